package org.aurora.gateway.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.pricing.PriceTimeline;
import org.aurora.gateway.settings.PriceDocument;

/**
 * Reads the prices in the body for the model in the path: one more entry of its timeline, or another one of the same
 * moment. Sets the variable {@code proposal}.
 */
public final class ProposePrice implements Processor {
    private final LiveSettings live;
    private final Clock clock;

    public ProposePrice(LiveSettings live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingName setting = new SettingName(SettingKind.PRICE, request.segmentFromEnd(0));
        PriceDocument.requireSelector(setting.name());
        PriceDocument.Entry entry = PriceDocument.readEntry(AdminBody.json(exchange), live.currency());
        Instant from = entry.validFrom().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Proposal.Plan plan = state -> {
            PriceTimeline next =
                    StoredPrices.of(state, setting, live.currency()).with(from, entry.prices());
            String value = PriceDocument.write(PriceDocument.limited(next), live.currency());
            return List.of(new Proposal.Item(setting, Optional.of(value), request.precondition()));
        };
        exchange.setVariable("proposal", new Proposal(request.author(), plan));
    }
}

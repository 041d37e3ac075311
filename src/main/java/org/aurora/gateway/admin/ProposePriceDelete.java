package org.aurora.gateway.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.pricing.PriceTimeline;
import org.aurora.gateway.settings.PriceDocument;

/**
 * Proposes that nothing be stored about the model in the path, or, with {@code ?valid_from=}, that one entry be gone.
 * Sets the variable {@code proposal}.
 */
public final class ProposePriceDelete implements Processor {
    private static final String VALID_FROM = "valid_from";

    private final LiveSettings live;

    public ProposePriceDelete(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of(VALID_FROM));
        SettingName setting = new SettingName(SettingKind.PRICE, request.segmentFromEnd(0));
        Optional<Instant> from = request.parameter(VALID_FROM)
                .map(text -> PriceDocument.readMoment(text, "the query parameter " + VALID_FROM));
        Proposal.Plan plan = state -> {
            PriceTimeline stored = StoredPrices.of(state, setting, live.currency());
            Optional<String> left = from.flatMap(moment -> without(stored, moment));
            return List.of(new Proposal.Item(setting, left, request.precondition()));
        };
        exchange.setVariable("proposal", new Proposal(request.author(), plan));
    }

    private Optional<String> without(PriceTimeline stored, Instant moment) {
        if (!stored.entries().containsKey(moment)) {
            throw new GatewayException(ErrorCode.NOT_FOUND, "There is no entry that is valid from that moment.");
        }
        return Optional.of(stored.without(moment))
                .filter(rest -> !rest.isEmpty())
                .map(rest -> PriceDocument.write(rest, live.currency()));
    }
}

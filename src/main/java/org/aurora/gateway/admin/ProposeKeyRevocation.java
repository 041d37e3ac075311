package org.aurora.gateway.admin;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.KeyDocument;

/**
 * Proposes that the key in the path opens nothing any more, which is nothing new where it is so already. Sets the
 * variables {@code proposal} and {@code keyWrite}.
 */
public final class ProposeKeyRevocation implements Processor {
    private final Clock clock;

    public ProposeKeyRevocation(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingName setting = new SettingName(SettingKind.KEY, request.segmentFromEnd(1));
        KeyDocument.requireNothing(AdminBody.optionalJson(exchange));
        exchange.setVariable(KeyWrite.VARIABLE, new KeyWrite(setting, Optional.empty()));
        exchange.setVariable(
                "proposal",
                new Proposal(request.author(), new KeyPlan(setting, request.precondition(), this::revoked)));
    }

    private Optional<ManagedKey> revoked(ManagedKey key) {
        return key.revokedAt().isPresent()
                ? Optional.empty()
                : Optional.of(key.revoked(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}

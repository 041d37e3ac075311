package org.aurora.gateway.admin;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.KeyDocument;

/** Proposes the settings in the body for the key in the path. Sets {@code proposal} and {@code keyWrite}. */
public final class ProposeKeyEdit implements Processor {
    private final Clock clock;

    public ProposeKeyEdit(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingName setting = new SettingName(SettingKind.KEY, request.segmentFromEnd(0));
        KeySettings settings = KeyDocument.readSettings(AdminBody.json(exchange));
        exchange.setVariable(KeyWrite.VARIABLE, new KeyWrite(setting, Optional.empty()));
        exchange.setVariable(
                "proposal",
                new Proposal(
                        request.author(),
                        new KeyPlan(
                                setting,
                                request.precondition(),
                                key -> Optional.of(key.edited(settings, clock.instant())))));
    }
}

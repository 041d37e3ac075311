package org.aurora.gateway.admin;

import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;

/** Proposes that nothing be left of the name in the path. Sets the variable {@code proposal}. */
public final class ProposeDelete implements Processor {
    private final SettingKind kind;

    public ProposeDelete(SettingKind kind) {
        this.kind = kind;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingName setting = new SettingName(kind, request.segmentFromEnd(0));
        exchange.setVariable(
                "proposal",
                Proposal.of(request.author(), new Proposal.Item(setting, Optional.empty(), request.precondition())));
    }
}

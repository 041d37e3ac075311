package org.aurora.gateway.admin;

import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.RuleDocument;

/** Reads the access rule in the body for the selector in the path. Sets the variable {@code proposal}. */
public final class ProposeRule implements Processor {
    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingName rule = new SettingName(SettingKind.RULE, request.segmentFromEnd(0));
        String value = RuleDocument.write(RuleDocument.read(rule.name(), AdminBody.json(exchange)));
        exchange.setVariable(
                "proposal",
                Proposal.of(request.author(), new Proposal.Item(rule, Optional.of(value), request.precondition())));
    }
}

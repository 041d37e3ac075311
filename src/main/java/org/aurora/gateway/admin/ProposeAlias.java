package org.aurora.gateway.admin;

import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.settings.AliasDocument;

/** Reads the alias in the body for the name in the path. Sets the variable {@code proposal}. */
public final class ProposeAlias implements Processor {
    private final LiveSettings live;

    public ProposeAlias(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingName alias = new SettingName(SettingKind.ALIAS, request.segmentFromEnd(0));
        String value =
                AliasDocument.write(AliasDocument.read(alias.name(), AdminBody.json(exchange), live.providerNames()));
        exchange.setVariable(
                "proposal",
                Proposal.of(request.author(), new Proposal.Item(alias, Optional.of(value), request.precondition())));
    }
}

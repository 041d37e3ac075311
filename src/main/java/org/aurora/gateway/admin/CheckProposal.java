package org.aurora.gateway.admin;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.ProposalCheck;
import org.aurora.gateway.live.SettingsState;

/** Turns a proposal into rows, or refuses it. Sets the variables {@code before}, {@code changes} and
 * {@code created}. */
public final class CheckProposal implements Processor {
    private final ProposalCheck check;
    private final LiveSettings live;

    public CheckProposal(ProposalCheck check, LiveSettings live) {
        this.check = check;
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        SettingsState before = live.state();
        List<SettingChange> changes = check.rows(exchange.getVariable("proposal", Proposal.class), before);
        boolean created = !changes.isEmpty()
                && before.journal().current(changes.get(0).setting()).isEmpty();
        exchange.setVariable("before", before);
        exchange.setVariable("changes", changes);
        exchange.setVariable("created", created);
    }
}

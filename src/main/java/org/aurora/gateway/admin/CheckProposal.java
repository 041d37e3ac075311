package org.aurora.gateway.admin;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.ProposalCheck;
import org.aurora.gateway.live.SettingsState;

/** Turns a proposal into rows, or refuses it. Sets the variables {@code before}, {@code changes} and
 * {@code created}. */
public final class CheckProposal implements Processor {
    private static final int MOST_ATTEMPTS = 100;

    private final ProposalCheck check;
    private final LiveSettings live;

    public CheckProposal(ProposalCheck check, LiveSettings live) {
        this.check = check;
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        requireAttempt(exchange);
        SettingsState before = live.state();
        List<SettingChange> changes = check.rows(exchange.getVariable("proposal", Proposal.class), before);
        boolean created = !changes.isEmpty()
                && before.journal().current(changes.get(0).setting()).isEmpty();
        exchange.setVariable("before", before);
        exchange.setVariable("changes", changes);
        exchange.setVariable("created", created);
    }

    /** Each lost attempt means that another write went through; so many in a row mean that there is no end to them. */
    private static void requireAttempt(Exchange exchange) {
        int attempts = exchange.getVariable("attempts", 0, Integer.class) + 1;
        if (attempts > MOST_ATTEMPTS) {
            throw new GatewayException(
                    ErrorCode.OVERLOADED, "Other writes came first each time. Nothing was changed; try again later.");
        }
        exchange.setVariable("attempts", attempts);
    }
}

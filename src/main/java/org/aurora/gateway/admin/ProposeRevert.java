package org.aurora.gateway.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.Precondition;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.store.PastChange;

/**
 * Proposes what a name held just before a change, as a new change with all the usual checks. Where the name has changed
 * since, the request has to say by {@code If-Match} that it knows. Sets the variable {@code proposal}.
 */
public final class ProposeRevert implements Processor {
    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) {
        long revision = exchange.getVariable("history", HistoryQuery.class).before() - 1;
        List<PastChange> found =
                PastChange.of((List<Map<String, Object>>) exchange.getMessage().getBody());
        PastChange past = found.stream()
                .filter(change -> change.change().revision() == revision)
                .findFirst()
                .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "There is no change of that revision."));
        if (past.change().setting().kind() == SettingKind.KEY) {
            throw new GatewayException(
                    ErrorCode.NOT_REVERTIBLE,
                    "A change of a key cannot be reverted: what was revoked or replaced stays so. Edit the key instead.");
        }
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        Precondition asked = request.precondition();
        Precondition precondition = asked instanceof Precondition.None
                ? new Precondition.StillAt(past.change().version())
                : asked;
        Optional<String> before = past.before();
        exchange.setVariable(
                "proposal",
                Proposal.of(request.author(), new Proposal.Item(past.change().setting(), before, precondition)));
    }
}

package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.upstream.UpstreamAnswer;

/** Whether the last attempt failed in a way that another provider can mend, and one is left to ask. */
public final class AnotherMayAnswer implements Predicate {
    @Override
    public boolean matches(Exchange exchange) {
        UpstreamAnswer answer = exchange.getVariable(Variables.ANSWER, UpstreamAnswer.class);
        Attempt attempt = exchange.getVariable(Variables.ATTEMPT, Attempt.class);
        boolean callerGone = Call.of(exchange).map(Call::abandoned).orElse(false);
        return answer != null && attempt != null && answer.mayGoOn() && !attempt.last() && !callerGone;
    }
}

package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.resolve.DispatchPlan;
import org.aurora.gateway.resolve.Target;

/**
 * How far down the plan a request has come.
 *
 * @param plan the targets in the order in which they are tried
 * @param number 0 for the first
 */
public record Attempt(DispatchPlan plan, int number) {
    /** Where this attempt goes. */
    public Target target() {
        return plan.targets().get(number);
    }

    boolean first() {
        return number == 0;
    }

    boolean last() {
        return number == plan.targets().size() - 1;
    }

    Attempt next() {
        return new Attempt(plan, number + 1);
    }

    void begin(Exchange exchange) {
        Target target = target();
        exchange.setVariable(Variables.ATTEMPT, this);
        exchange.setVariable(Variables.TARGET, target);
        // Apart from the target: to reach into it, the route's expression would copy the whole exchange twice.
        exchange.setVariable(Variables.KAMELET, target.provider().kamelet());
        Call.of(exchange).ifPresent(call -> call.sentTo(target.model().selector()));
    }
}

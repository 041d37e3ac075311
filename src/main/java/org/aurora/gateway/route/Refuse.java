package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inbound.ErrorAnswer;

/**
 * Answers with an error in an integrator's own words and ends the request there, however deep in routes it is. Reads
 * {@code refusalStatus} (400 to 599), {@code refusalCode} and {@code refusalMessage}; the kamelet
 * {@code refuse-action} sets them.
 *
 * <p>Says nothing of what the call cost: before a provider's kamelet had it, it cost nothing anyway; after that, nobody
 * here knows.
 */
public final class Refuse implements Processor {
    @Override
    public void process(Exchange exchange) {
        int status = Variables.required(exchange, Variables.REFUSAL_STATUS, Integer.class);
        if (status < 400 || status > 599) {
            throw new IllegalStateException("a refusal has a status from 400 to 599, not " + status);
        }
        String code = Variables.required(exchange, Variables.REFUSAL_CODE, String.class);
        String message = Variables.required(exchange, Variables.REFUSAL_MESSAGE, String.class);
        Call.of(exchange).ifPresent(call -> call.failedWith(code));
        exchange.getMessage().setBody(ErrorAnswer.of(status, code, message));
        exchange.setRouteStop(true);
    }
}

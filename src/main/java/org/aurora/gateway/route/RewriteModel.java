package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.chat.RequestBody;
import org.aurora.gateway.metering.CallRecord;
import org.aurora.gateway.resolve.Target;

/** Writes the target's model id into the body, and nothing else. Sets the message body. */
public final class RewriteModel implements Processor {
    @Override
    public void process(Exchange exchange) {
        Attempt attempt = Variables.required(exchange, Variables.ATTEMPT, Attempt.class);
        if (attempt.first()) {
            ProviderHeaders.remember(exchange);
        }
        Target target = attempt.target();
        CallRecord.of(exchange).ifPresent(record -> record.sentTo(target.model(), target.aliasChain()));
        ModelRequest request = attempt.first() ? asHooksLeftIt(exchange) : read(exchange);
        exchange.getMessage().setBody(RequestBody.naming(request.body(), request.fields(), target.requestModel()));
    }

    private static ModelRequest read(Exchange exchange) {
        return Variables.required(exchange, Variables.REQUEST, ModelRequest.class);
    }

    /** A hook may have put another body in; the model that was resolved stays the one that is sent. */
    private static ModelRequest asHooksLeftIt(Exchange exchange) {
        ModelRequest read = read(exchange);
        Object body = exchange.getMessage().getBody();
        if (body == read.body() || body == null) {
            return read;
        }
        ModelRequest changed = ModelRequest.read(exchange.getMessage().getBody(byte[].class));
        exchange.setVariable(Variables.REQUEST, changed);
        return changed;
    }
}

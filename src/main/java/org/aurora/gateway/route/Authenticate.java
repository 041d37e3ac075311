package org.aurora.gateway.route;

import io.netty.handler.codec.http.HttpHeaders;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.inbound.Call;

/** Recognises the caller by its key, unless that was done before the body was read. Sets {@code caller}. */
public final class Authenticate implements Processor {
    private final Authenticator authenticator;

    public Authenticate(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public void process(Exchange exchange) {
        Call call = Call.of(exchange)
                .orElseThrow(() -> new IllegalStateException("only a request that came by HTTP can be authenticated"));
        exchange.setVariable(Variables.CALLER, call.caller().orElseGet(() -> recognise(call.requestHeaders())));
    }

    private Caller recognise(HttpHeaders headers) {
        return authenticator.authenticate(headers.getAll("authorization"), headers.getAll("x-api-key"));
    }
}

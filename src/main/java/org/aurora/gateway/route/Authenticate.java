package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.inbound.Call;

/**
 * Recognises the caller by its key, unless that was done before the body was read. Sets {@code caller}. The holder of a
 * managed key is asked again: it may have been revoked while the body came.
 */
public final class Authenticate implements Processor {
    private final Authenticator authenticator;

    public Authenticate(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public void process(Exchange exchange) {
        Call call = Call.of(exchange)
                .orElseThrow(() -> new IllegalStateException("only a request that came by HTTP can be authenticated"));
        Caller caller = call.caller()
                .filter(known -> !(known instanceof Caller.Managed))
                .orElseGet(() -> authenticator.authenticate(call.credentials()));
        exchange.setVariable(Variables.CALLER, caller);
    }
}

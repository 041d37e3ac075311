package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPathHeader;
import org.aurora.gateway.inbound.Call;

/** Puts a caller at the place that its request names, where that counts. */
final class Placing {
    private Placing() {}

    static Caller by(UserPathHeader header, Caller caller, Exchange exchange) {
        return Call.of(exchange)
                .map(call -> header.place(caller, call.credentials().userPath()))
                .orElse(caller);
    }
}

package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPathHeader;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * Takes an integrator's word for who is calling, as the last step of an authentication of its own. Reads
 * {@code callerName} and sets {@code caller}; without a usable name it is a 401. The header that names a place counts
 * where it counts for callers without a key.
 */
public final class RecogniseByName implements Processor {
    private final UserPathHeader pathHeader;

    public RecogniseByName(UserPathHeader pathHeader) {
        this.pathHeader = pathHeader;
    }

    @Override
    public void process(Exchange exchange) {
        String name = exchange.getVariable(Variables.CALLER_NAME, "", String.class);
        if (name.isBlank()) {
            throw unauthorized(
                    ErrorCode.MISSING_API_KEY, "The request does not say who it is from; send your credential.");
        }
        exchange.setVariable(Variables.CALLER, Placing.by(pathHeader, named(name), exchange));
    }

    private static Caller named(String name) {
        try {
            return new Caller.Named(name);
        } catch (IllegalArgumentException e) {
            throw unauthorized(
                    ErrorCode.INVALID_API_KEY, "The request is from someone whose name cannot be used here.");
        }
    }

    private static GatewayException unauthorized(ErrorCode code, String message) {
        return new GatewayException(code, message).withHeader("WWW-Authenticate", "Bearer");
    }
}

package org.aurora.gateway.route;

import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.metering.CallRecord;
import org.aurora.gateway.metering.Metering;

/**
 * Finds the few fields the gateway understands in the body and leaves the rest unread. Sets {@code request}. What is made
 * of a call whose caller is known is recorded from here on.
 */
public final class ReadModelRequest implements Processor {
    private static final byte[] EMPTY = {};

    private final Metering metering;

    public ReadModelRequest(Metering metering) {
        this.metering = metering;
    }

    @Override
    public void process(Exchange exchange) {
        Caller caller = exchange.getVariable(Variables.CALLER, Caller.class);
        if (caller != null) {
            metering.begin(exchange, caller, exchange.getVariable(Variables.OPERATION, "", String.class));
        }
        requireJson(exchange);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        ModelRequest request = ModelRequest.read(body == null ? EMPTY : body);
        Call.of(exchange).ifPresent(call -> call.askedFor(request.fields().model()));
        CallRecord.of(exchange).ifPresent(record -> record.wants(request.fields().stream()));
        exchange.setVariable(Variables.REQUEST, request);
    }

    private static void requireJson(Exchange exchange) {
        String contentType = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, "application/json", String.class);
        String encoding = exchange.getMessage().getHeader("content-encoding", "identity", String.class);
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals("application/json") && !mediaType.endsWith("+json")) {
            throw unsupported("Send the body as JSON, with the header Content-Type: application/json.");
        }
        if (!encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Send the body without Content-Encoding.");
        }
    }

    private static GatewayException unsupported(String message) {
        return new GatewayException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, message);
    }
}

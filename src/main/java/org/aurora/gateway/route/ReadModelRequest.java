package org.aurora.gateway.route;

import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.Call;

/** Finds the few fields the gateway understands in the body and leaves the rest unread. Sets {@code request}. */
public final class ReadModelRequest implements Processor {
    private static final byte[] EMPTY = {};

    @Override
    public void process(Exchange exchange) {
        requireJson(exchange);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        ModelRequest request = ModelRequest.read(body == null ? EMPTY : body);
        Call.of(exchange).ifPresent(call -> call.askedFor(request.fields().model()));
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

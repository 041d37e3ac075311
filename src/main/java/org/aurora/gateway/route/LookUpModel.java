package org.aurora.gateway.route;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.resolve.ModelEntry;
import org.aurora.gateway.resolve.ModelList;
import org.aurora.gateway.resolve.Snapshot;

/**
 * Answers with one model, or with the error that a call of it would get. The id is all that follows
 * {@code /v1/models/}: slashes may be written as they are or as {@code %2F}, which is what official clients do.
 */
public final class LookUpModel implements Processor {
    private static final String ABOVE = "/v1/models/";

    private final Supplier<Snapshot> current;

    public LookUpModel(Supplier<Snapshot> current) {
        this.current = current;
    }

    @Override
    public void process(Exchange exchange) {
        Caller caller = Variables.required(exchange, Variables.CALLER, Caller.class);
        String path = exchange.getMessage().getHeader(Exchange.HTTP_URI, "", String.class);
        ModelEntry entry = ModelList.lookUp(current.get(), caller, decoded(path.substring(ABOVE.length())));
        FullHttpResponse answer = JsonAnswer.of(HttpResponseStatus.OK, json -> ModelJson.write(json, entry));
        ModelJson.setCaching(answer);
        exchange.getMessage().setBody(answer);
    }

    /** Percent-decoding of a path (RFC 3986), where a plus sign is a plus sign. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new GatewayException(
                            ErrorCode.INVALID_MODEL, "The model id in the path is not percent-encoded properly.")
                    .about("model");
        }
    }
}

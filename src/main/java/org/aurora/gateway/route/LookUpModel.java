package org.aurora.gateway.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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

    /**
     * Percent-decoding of a path (RFC 3986), where a plus sign is a plus sign. A character of the raw path is one
     * octet, so that UTF-8 that a caller left unencoded, as curl does, is read as such too.
     */
    private static String decoded(String rawPath) {
        String encoded = rawPath.replace("+", "%2B");
        try {
            byte[] octets = URLDecoder.decode(encoded, ISO_8859_1).getBytes(ISO_8859_1);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new GatewayException(
                            ErrorCode.INVALID_MODEL,
                            "The model id in the path is not percent-encoded properly; encode it as UTF-8.")
                    .about("model");
        }
    }
}

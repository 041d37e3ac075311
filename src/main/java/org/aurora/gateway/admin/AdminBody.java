package org.aurora.gateway.admin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/** The body of an admin request as text: of the announced type, in UTF-8, not too large. */
final class AdminBody {
    private static final int MAX_SETTING_BYTES = 1024 * 1024;
    private static final int MAX_IMPORT_BYTES = 10 * 1024 * 1024;

    private AdminBody() {}

    static String json(Exchange exchange) {
        String type = mediaType(exchange);
        if (!type.equals("application/json")) {
            throw new GatewayException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as JSON, with the header Content-Type: application/json.");
        }
        return text(exchange, MAX_SETTING_BYTES);
    }

    /** The same where there may be no body at all, and then nothing has to be said of its type. */
    static String optionalJson(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null || body.length == 0 ? "" : json(exchange);
    }

    static String yaml(Exchange exchange) {
        if (!mediaType(exchange).contains("yaml")) {
            throw new GatewayException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as YAML, with the header Content-Type: application/yaml.");
        }
        return text(exchange, MAX_IMPORT_BYTES);
    }

    private static String mediaType(Exchange exchange) {
        return exchange.getMessage()
                .getHeader(Exchange.CONTENT_TYPE, "", String.class)
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String text(Exchange exchange, int maxBytes) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        if (body == null) {
            return "";
        }
        if (body.length > maxBytes) {
            throw new GatewayException(
                    ErrorCode.REQUEST_TOO_LARGE, "The body is larger than the limit of " + maxBytes + " bytes.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw AdminRequest.bad("The body is not UTF-8.");
        }
    }
}

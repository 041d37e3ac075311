package org.aurora.gateway.error;

import java.util.Map;
import java.util.Optional;

/**
 * A refusal that the caller is told about: a code, a sentence that says what to do, and the parameter it
 * concerns. It carries no stack trace, since it is an answer and not a fault.
 */
public final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Optional<String> param;
    private final transient Map<String, String> headers;

    private GatewayException(ErrorCode code, String message, Optional<String> param, Map<String, String> headers) {
        super(message, null, false, false);
        this.code = code;
        this.param = param;
        this.headers = Map.copyOf(headers);
    }

    public GatewayException(ErrorCode code, String message) {
        this(code, message, Optional.empty(), Map.of());
    }

    /** A fault of the gateway's own, of which the caller learns no more than where it is told. */
    public static GatewayException internalError() {
        return new GatewayException(
                ErrorCode.INTERNAL_ERROR,
                "The gateway failed on this request. Its log tells more, under the request id.");
    }

    /** What is told to who comes to the admin API with another key, or with none where that is let in elsewhere. */
    public static GatewayException adminRequired() {
        return new GatewayException(
                ErrorCode.ADMIN_REQUIRED, "This needs the master key or an admin key. Send one of those.");
    }

    /** The same refusal, naming the request's field it concerns. */
    public GatewayException about(String field) {
        return new GatewayException(code, message(), Optional.of(field), headers);
    }

    /** The same refusal, with a header that its status asks for, such as {@code Allow} with 405. */
    public GatewayException withHeader(String name, String value) {
        return new GatewayException(code, message(), param, Map.of(name, value));
    }

    public ErrorCode code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public Optional<String> param() {
        return param;
    }

    public Map<String, String> headers() {
        return headers;
    }
}

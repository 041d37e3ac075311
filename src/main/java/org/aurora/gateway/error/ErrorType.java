package org.aurora.gateway.error;

/** The {@code type} of OpenAI's error object. */
public enum ErrorType {
    INVALID_REQUEST("invalid_request_error"),
    AUTHENTICATION("authentication_error"),
    PERMISSION("permission_error"),
    RATE_LIMIT("rate_limit_error"),
    UPSTREAM("upstream_error"),
    SERVER("server_error");

    private final String text;

    ErrorType(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The type that goes with a status from 400 to 599. */
    public static ErrorType of(int status) {
        return switch (status) {
            case 401 -> AUTHENTICATION;
            case 402, 403 -> PERMISSION;
            case 429 -> RATE_LIMIT;
            default -> status < 500 ? INVALID_REQUEST : SERVER;
        };
    }
}

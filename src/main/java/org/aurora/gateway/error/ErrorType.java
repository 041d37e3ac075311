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
}

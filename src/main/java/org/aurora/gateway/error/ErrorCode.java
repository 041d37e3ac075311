package org.aurora.gateway.error;

/**
 * Every error the gateway itself can answer with: one place for status, type and code, so that no caller
 * sees two spellings of one mistake. The shape is OpenAI's error object.
 */
public enum ErrorCode {
    INVALID_JSON(400, ErrorType.INVALID_REQUEST, "invalid_json"),
    INVALID_REQUEST(400, ErrorType.INVALID_REQUEST, "invalid_request"),
    MISSING_MODEL(400, ErrorType.INVALID_REQUEST, "missing_model"),
    INVALID_MODEL(400, ErrorType.INVALID_REQUEST, "invalid_model"),
    INVALID_USER_PATH(400, ErrorType.INVALID_REQUEST, "invalid_user_path"),
    ALIAS_TOO_DEEP(400, ErrorType.INVALID_REQUEST, "alias_too_deep"),
    TOO_MANY_CANDIDATES(400, ErrorType.INVALID_REQUEST, "too_many_candidates"),
    INVALID_TYPE(400, ErrorType.INVALID_REQUEST, "invalid_type"),
    DUPLICATE_FIELD(400, ErrorType.INVALID_REQUEST, "duplicate_field"),
    MISSING_API_KEY(401, ErrorType.AUTHENTICATION, "missing_api_key"),
    INVALID_API_KEY(401, ErrorType.AUTHENTICATION, "invalid_api_key"),
    EXPIRED_API_KEY(401, ErrorType.AUTHENTICATION, "expired_api_key"),
    MODEL_ACCESS_DENIED(403, ErrorType.PERMISSION, "model_access_denied"),
    USER_PATH_NOT_ALLOWED(403, ErrorType.PERMISSION, "user_path_not_allowed"),
    ADMIN_REQUIRED(403, ErrorType.PERMISSION, "admin_required"),
    MODEL_NOT_FOUND(404, ErrorType.INVALID_REQUEST, "model_not_found"),
    NOT_FOUND(404, ErrorType.INVALID_REQUEST, "not_found"),
    METHOD_NOT_ALLOWED(405, ErrorType.INVALID_REQUEST, "method_not_allowed"),
    REQUEST_TIMEOUT(408, ErrorType.INVALID_REQUEST, "request_timeout"),
    MANAGED_BY_CONFIG(409, ErrorType.INVALID_REQUEST, "managed_by_config"),
    IN_USE(409, ErrorType.INVALID_REQUEST, "in_use"),
    CYCLE(409, ErrorType.INVALID_REQUEST, "cycle"),
    SUPERSEDED(409, ErrorType.INVALID_REQUEST, "superseded"),
    NOT_REVERTIBLE(409, ErrorType.INVALID_REQUEST, "not_revertible"),
    PRECONDITION_FAILED(412, ErrorType.INVALID_REQUEST, "precondition_failed"),
    REQUEST_TOO_LARGE(413, ErrorType.INVALID_REQUEST, "request_too_large"),
    UNSUPPORTED_MEDIA_TYPE(415, ErrorType.INVALID_REQUEST, "unsupported_media_type"),
    HEADERS_TOO_LARGE(431, ErrorType.INVALID_REQUEST, "headers_too_large"),
    INTERNAL_ERROR(500, ErrorType.SERVER, "internal_error"),
    PROVIDER_UNREACHABLE(502, ErrorType.UPSTREAM, "provider_unreachable"),
    PROVIDER_AUTH_FAILED(502, ErrorType.UPSTREAM, "provider_auth_failed"),
    INVALID_UPSTREAM_RESPONSE(502, ErrorType.UPSTREAM, "invalid_upstream_response"),
    ALIAS_TARGET_UNAVAILABLE(503, ErrorType.UPSTREAM, "alias_target_unavailable"),
    OVERLOADED(503, ErrorType.UPSTREAM, "overloaded"),
    DATABASE_UNAVAILABLE(503, ErrorType.SERVER, "database_unavailable"),
    STARTING(503, ErrorType.UPSTREAM, "starting"),
    SHUTTING_DOWN(503, ErrorType.UPSTREAM, "shutting_down"),
    PROVIDER_TIMEOUT(504, ErrorType.UPSTREAM, "provider_timeout");

    private final int status;
    private final ErrorType type;
    private final String code;

    ErrorCode(int status, ErrorType type, String code) {
        this.status = status;
        this.type = type;
        this.code = code;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    public ErrorType type() {
        return type;
    }

    /** The machine-readable {@code code} of OpenAI's error object. */
    public String code() {
        return code;
    }

    /**
     * Whether sending the same request again can help. Official clients retry 408, 409, 429 and 5xx unless
     * {@code x-should-retry: false} says otherwise.
     */
    public boolean retryable() {
        return status >= 500 && this != PROVIDER_AUTH_FAILED && this != ALIAS_TARGET_UNAVAILABLE;
    }
}

package org.aurora.gateway.upstream;

import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/** Why a provider gave no answer that could be passed on. */
public enum UpstreamFailure {
    UNREACHABLE(true, ErrorCode.PROVIDER_UNREACHABLE, "The provider could not be reached."),
    NO_FREE_CONNECTION(true, ErrorCode.OVERLOADED, "Too many requests are waiting for the provider."),
    REFUSED_KEY(true, ErrorCode.PROVIDER_AUTH_FAILED, "The provider refused the gateway's own credential."),
    LOST(false, ErrorCode.PROVIDER_UNREACHABLE, "The provider closed the connection before it answered."),
    TIMED_OUT(false, ErrorCode.PROVIDER_TIMEOUT, "The provider accepted the request but did not answer in time."),
    /** A 429 or 5xx whose body was cut off. */
    BROKEN_REFUSAL(true, ErrorCode.INVALID_UPSTREAM_RESPONSE, "The provider refused, and its answer was cut off."),
    INVALID(
            false,
            ErrorCode.INVALID_UPSTREAM_RESPONSE,
            "The provider's answer was cut off or is not what was asked for.");

    private final boolean mayGoOn;
    private final ErrorCode code;
    private final String message;

    UpstreamFailure(boolean mayGoOn, ErrorCode code, String message) {
        this.mayGoOn = mayGoOn;
        this.code = code;
        this.message = message;
    }

    /**
     * Whether another provider may be asked: not once this one may have begun to work, since the caller would pay
     * for both.
     */
    public boolean mayGoOn() {
        return mayGoOn;
    }

    /** Whether this provider may have begun to work all the same, and may charge for it. */
    public boolean mayCost() {
        return !mayGoOn;
    }

    /** The error the caller gets when no other provider is left. */
    public GatewayException toException() {
        return new GatewayException(code, message);
    }
}

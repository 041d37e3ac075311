package org.aurora.gateway.resolve;

import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * Why a request is sent nowhere.
 *
 * @param message what the caller is told; it holds nothing that this caller may not know
 */
public record Refused(ErrorCode code, String message) implements Selection {
    @Override
    public DispatchPlan orThrow() {
        throw toException();
    }

    /** The answer to the caller. */
    public GatewayException toException() {
        return new GatewayException(code, message).about("model");
    }
}

package org.aurora.gateway.model;

import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * Why a write of settings is not accepted, as a value: a dry run lists it, a write throws it.
 *
 * @param name the alias or the rule's selector that is at fault; that may be another one than was written
 * @param code what the operator's program is told
 * @param message what the operator is told
 */
public record WriteRefusal(String name, ErrorCode code, String message) {
    /** The answer to the operator. */
    public GatewayException toException() {
        return new GatewayException(code, message);
    }
}

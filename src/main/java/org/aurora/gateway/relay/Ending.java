package org.aurora.gateway.relay;

import org.aurora.gateway.error.ErrorCode;

/** How the bytes of an answer came to their end. */
public enum Ending {
    /** The source said that this is all. */
    COMPLETE,
    /** The source closed the connection, which is the only end it had announced: it may be all or not. */
    UNDECLARED,
    /** The source broke off before the end it had announced. */
    CUT,
    /** The source said nothing for too long. */
    SILENT;

    /** The error that a caller is told of where the answer was not complete. */
    public ErrorCode error() {
        return this == SILENT ? ErrorCode.PROVIDER_TIMEOUT : ErrorCode.INVALID_UPSTREAM_RESPONSE;
    }
}

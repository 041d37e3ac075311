package org.aurora.gateway.spool;

/** The folder cannot hold a spool, or another process has it. The message is a sentence for the operator. */
public final class SpoolUnusable extends RuntimeException {
    SpoolUnusable(String message) {
        super(message);
    }

    SpoolUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.aurora.gateway.upstream;

import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Reads from an exception how far a request got. */
final class FailureCause {
    private static final int MAX_DETAIL_CHARACTERS = 300;

    private FailureCause() {}

    /**
     * @param requestSent whether the whole request had left
     * @param answerBegun whether a status line had come back
     */
    static UpstreamFailure of(Throwable cause, boolean requestSent, boolean answerBegun) {
        if (cause instanceof PoolAcquirePendingLimitException || cause instanceof PoolAcquireTimeoutException) {
            return UpstreamFailure.NO_FREE_CONNECTION;
        }
        if (cause instanceof TimeoutException) {
            return UpstreamFailure.TIMED_OUT;
        }
        if (answerBegun) {
            return UpstreamFailure.INVALID;
        }
        if (!requestSent) {
            return UpstreamFailure.UNREACHABLE;
        }
        return cause instanceof IOException ? UpstreamFailure.LOST : UpstreamFailure.INVALID;
    }

    /** One line for the log; it may name hosts and quote the provider, and is for no caller. */
    static String described(Throwable cause) {
        String line = (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replaceAll("[^ -~]", "?");
        return line.length() <= MAX_DETAIL_CHARACTERS ? line : line.substring(0, MAX_DETAIL_CHARACTERS);
    }
}

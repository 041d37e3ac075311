package org.aurora.gateway.upstream;

import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Reads from an exception how far a request got. */
final class FailureCause {
    private FailureCause() {}

    /**
     * @param requestSent whether the whole request had left
     * @param answerBegun whether a status line had come back
     */
    static UpstreamFailure of(Throwable cause, boolean requestSent, boolean answerBegun) {
        if (cause instanceof PoolAcquirePendingLimitException || cause instanceof PoolAcquireTimeoutException) {
            return UpstreamFailure.NO_FREE_CONNECTION;
        }
        if (answerBegun) {
            return cause instanceof TimeoutException ? UpstreamFailure.TIMED_OUT : UpstreamFailure.INVALID;
        }
        if (!requestSent) {
            return UpstreamFailure.UNREACHABLE;
        }
        if (cause instanceof TimeoutException) {
            return UpstreamFailure.TIMED_OUT;
        }
        return cause instanceof IOException ? UpstreamFailure.LOST : UpstreamFailure.INVALID;
    }
}

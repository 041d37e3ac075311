package org.aurora.gateway.inbound;

import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * How large one body may be, and all bodies in flight together. Bytes count as they arrive, not as they are
 * announced, so that announcing alone takes no room from others.
 *
 * @param maxBodyBytes the limit for one body
 * @param budget the limit for all of them
 */
record BodyLimit(long maxBodyBytes, BodyBudget budget) {
    /**
     * How many pieces a body may come in, unless they are of this size on average. Each thousand of them is copied
     * together, so that many tiny ones cost time out of all proportion.
     */
    private static final int MAX_PIECES = 65_536;

    private static final int FAIR_PIECE_BYTES = 512;

    /** The refusal when this much more is too much. */
    Optional<GatewayException> count(Call call, int bytes) {
        if (call.bytesReceived() + bytes > maxBodyBytes) {
            return Optional.of(tooLarge(maxBodyBytes));
        }
        if (call.piecesReceived() >= MAX_PIECES
                && call.bytesReceived() < (long) call.piecesReceived() * FAIR_PIECE_BYTES) {
            return Optional.of(new GatewayException(
                    ErrorCode.INVALID_REQUEST, "The request body comes in too many tiny chunks. Send larger ones."));
        }
        if (!budget.reserve(bytes)) {
            return Optional.of(new GatewayException(
                    ErrorCode.OVERLOADED, "The gateway is holding too many large requests. Try again in a moment."));
        }
        call.received(bytes);
        return Optional.empty();
    }

    void release(Call call) {
        budget.release(call.bytesReceived());
    }

    static GatewayException tooLarge(long maxBodyBytes) {
        return new GatewayException(
                ErrorCode.REQUEST_TOO_LARGE,
                "The request body is larger than the limit of " + maxBodyBytes + " bytes.");
    }
}

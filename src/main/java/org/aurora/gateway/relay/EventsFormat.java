package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aurora.gateway.chat.SseDone;
import org.aurora.gateway.chat.SseEventBoundary;
import org.aurora.gateway.chat.SseModelRewriter;
import org.aurora.gateway.error.ErrorBody;
import org.aurora.gateway.error.ErrorCode;

/**
 * Server-sent events, passed byte for byte. A stream that upstream does not complete ends with an event of the type
 * {@code error}, since official clients take any stream that just ends for a success.
 */
public final class EventsFormat implements RelayFormat {
    private static final byte[] END_OF_EVENT = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERROR_EVENT = "event: error\ndata: ".getBytes(StandardCharsets.US_ASCII);

    private final Optional<SseModelRewriter> rewriter;
    private final SseEventBoundary boundary = new SseEventBoundary();
    private final SseDone done = new SseDone();

    /**
     * @param modelName the name to put into the events' {@code model}; empty to leave them alone
     */
    public EventsFormat(Optional<String> modelName) {
        rewriter = modelName.map(SseModelRewriter::new);
    }

    @Override
    public ByteBuf piece(ByteBuf piece) {
        if (rewriter.isEmpty()) {
            piece.forEachByte(this::observe);
            return piece;
        }
        byte[] rewritten = rewriter.get().push(ByteBufUtil.getBytes(piece));
        piece.release();
        return observed(rewritten);
    }

    private boolean observe(byte next) {
        boundary.push(next);
        done.push(next);
        return true;
    }

    private ByteBuf observed(byte[] bytes) {
        boundary.push(bytes);
        done.push(bytes);
        return Unpooled.wrappedBuffer(bytes);
    }

    @Override
    public ByteBuf tail(Optional<Throwable> failure) {
        ByteBuf rest = observed(rewriter.map(SseModelRewriter::finish).orElse(new byte[0]));
        if (complete(failure)) {
            return rest;
        }
        byte[] error = ErrorBody.of(
                ErrorCode.INVALID_UPSTREAM_RESPONSE, "The provider broke off in the middle of this answer.");
        ByteBuf separator = boundary.reached() ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(END_OF_EVENT);
        return Unpooled.wrappedBuffer(
                rest,
                separator,
                Unpooled.wrappedBuffer(ERROR_EVENT),
                Unpooled.wrappedBuffer(error),
                Unpooled.wrappedBuffer(END_OF_EVENT));
    }

    /** A stream that broke after its terminal {@code [DONE]} lost nothing. */
    @Override
    public boolean complete(Optional<Throwable> failure) {
        return failure.isEmpty() || done.seen();
    }

    @Override
    public boolean cutOffOnFailure() {
        return false;
    }
}

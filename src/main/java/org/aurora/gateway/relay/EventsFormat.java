package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> OPERATIONS_THAT_SAY_DONE = Set.of("chat/completions", "completions");

    private final boolean saysDone;
    private final Optional<SseModelRewriter> rewriter;
    private final SseEventBoundary boundary = new SseEventBoundary();
    private final SseDone done = new SseDone();

    /**
     * @param operation what was asked for, which decides whether the stream's own last word is {@code [DONE]}
     * @param modelName the name to put into the events' {@code model}; empty to leave them alone
     */
    public EventsFormat(String operation, Optional<String> modelName) {
        saysDone = OPERATIONS_THAT_SAY_DONE.contains(operation);
        rewriter = modelName.map(SseModelRewriter::new);
    }

    @Override
    public ByteBuf piece(ByteBuf piece) {
        if (rewriter.isEmpty()) {
            piece.forEachByte(this::observe);
            return piece;
        }
        try {
            return observed(rewriter.get().push(ByteBufUtil.getBytes(piece)));
        } finally {
            piece.release();
        }
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

    /** A stream that broke after its {@code [DONE]} lost nothing; one cut before it loses the event it was cut in. */
    @Override
    public ByteBuf tail(Ending ending) {
        byte[] held = rewriter.map(SseModelRewriter::finish).orElse(new byte[0]);
        if (endsWell(ending)) {
            return Unpooled.wrappedBuffer(held);
        }
        done.push(held);
        if (done.seen()) {
            boundary.push(held);
            return Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(held), endOfEvent());
        }
        return Unpooled.wrappedBuffer(
                endOfEvent(),
                Unpooled.wrappedBuffer(ERROR_EVENT),
                Unpooled.wrappedBuffer(error(ending)),
                Unpooled.wrappedBuffer(END_OF_EVENT));
    }

    private ByteBuf endOfEvent() {
        return boundary.reached() ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(END_OF_EVENT);
    }

    private static byte[] error(Ending ending) {
        return ending == Ending.SILENT
                ? ErrorBody.of(ErrorCode.PROVIDER_TIMEOUT, "The provider fell silent in the middle of this answer.")
                : ErrorBody.of(
                        ErrorCode.INVALID_UPSTREAM_RESPONSE, "The provider broke off in the middle of this answer.");
    }

    @Override
    public boolean cutsOff(Ending ending) {
        return false;
    }

    @Override
    public boolean complete(Ending ending) {
        return endsWell(ending) || done.seen();
    }

    private boolean endsWell(Ending ending) {
        return ending == Ending.COMPLETE || (ending == Ending.UNDECLARED && !saysDone);
    }
}

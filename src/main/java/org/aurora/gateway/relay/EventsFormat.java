package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.chat.SseDone;
import org.aurora.gateway.chat.SseEventBoundary;
import org.aurora.gateway.chat.SseModelRewriter;
import org.aurora.gateway.chat.SseScan;
import org.aurora.gateway.chat.SseUsageFilter;
import org.aurora.gateway.error.ErrorBody;

/**
 * Server-sent events, passed byte for byte but for what the gateway itself put in. A stream that upstream does not complete ends with an event of the type
 * {@code error}, since official clients take any stream that just ends for a success.
 */
public final class EventsFormat implements RelayFormat {
    private static final byte[] NOTHING = {};
    private static final byte[] END_OF_EVENT = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERROR_EVENT = "event: error\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> OPERATIONS_THAT_SAY_DONE = Set.of("chat/completions", "completions");

    private final boolean saysDone;
    private final Optional<SseModelRewriter> rewriter;
    private final Optional<SseScan> scan;
    private final Optional<SseUsageFilter> filter;
    private final SseEventBoundary boundary = new SseEventBoundary();
    private final SseDone done = new SseDone();

    /**
     * @param operation what was asked for, which decides whether the stream's own last word is {@code [DONE]}
     * @param modelName the name to put into the events' {@code model}; empty to leave them alone
     * @param scan reads the events that pass; empty where nobody does
     * @param usageAdded whether the event that only says what was used is none of the caller's
     */
    public EventsFormat(String operation, Optional<String> modelName, Optional<SseScan> scan, boolean usageAdded) {
        saysDone = OPERATIONS_THAT_SAY_DONE.contains(operation);
        rewriter = modelName.map(SseModelRewriter::new);
        this.scan = scan;
        filter = scan.filter(reader -> usageAdded).map(SseUsageFilter::new);
    }

    @Override
    public ByteBuf piece(ByteBuf piece) {
        if (rewriter.isEmpty() && filter.isEmpty()) {
            piece.forEachByte(this::observe);
            return piece;
        }
        try {
            byte[] bytes = filtered(ByteBufUtil.getBytes(piece));
            return observed(rewriter.isPresent() ? rewriter.get().push(bytes) : bytes);
        } finally {
            piece.release();
        }
    }

    /** Read before anything is changed, and once. */
    private byte[] filtered(byte[] bytes) {
        if (filter.isPresent()) {
            return filter.get().push(bytes);
        }
        scan.ifPresent(reader -> reader.push(bytes));
        return bytes;
    }

    private boolean observe(byte next) {
        boundary.push(next);
        done.push(next);
        if (scan.isPresent()) {
            scan.get().push(next);
        }
        return true;
    }

    private ByteBuf observed(byte[] bytes) {
        boundary.push(bytes);
        done.push(bytes);
        return Unpooled.wrappedBuffer(bytes);
    }

    /** A stream that broke after its {@code [DONE]} lost nothing; one cut before it loses the event it was cut in where
     * that would have been changed. */
    @Override
    public ByteBuf tail(Ending ending) {
        byte[] held = held();
        if (endsWell(ending)) {
            return Unpooled.wrappedBuffer(held);
        }
        done.push(held);
        if (done.seen()) {
            boundary.push(held);
            return Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(held), endOfEvent());
        }
        byte[] passed = rewriter.isPresent() ? NOTHING : held;
        boundary.push(passed);
        return Unpooled.wrappedBuffer(
                Unpooled.wrappedBuffer(passed),
                endOfEvent(),
                Unpooled.wrappedBuffer(ERROR_EVENT),
                Unpooled.wrappedBuffer(error(ending)),
                Unpooled.wrappedBuffer(END_OF_EVENT));
    }

    private byte[] held() {
        if (filter.isEmpty()) {
            scan.ifPresent(SseScan::finish);
        }
        byte[] unfiltered = filter.map(SseUsageFilter::finish).orElse(NOTHING);
        if (rewriter.isEmpty()) {
            return unfiltered;
        }
        byte[] rewritten = rewriter.get().push(unfiltered);
        byte[] last = rewriter.get().finish();
        byte[] both = Arrays.copyOf(rewritten, rewritten.length + last.length);
        System.arraycopy(last, 0, both, rewritten.length, last.length);
        return both;
    }

    private ByteBuf endOfEvent() {
        return boundary.reached() ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(END_OF_EVENT);
    }

    private static byte[] error(Ending ending) {
        String what = ending == Ending.SILENT
                ? "The provider fell silent in the middle of this answer."
                : "The provider broke off in the middle of this answer.";
        return ErrorBody.of(ending.error(), what);
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

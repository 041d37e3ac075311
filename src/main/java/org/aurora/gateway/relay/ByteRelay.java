package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one answer between the event loop that receives them and the one that sends them on.
 *
 * <p>The source offers, then ends, once; the reader polls and is told when there is more. Whoever closes, on whichever
 * thread, no buffer stays behind: a buffer offered after the close is released at once.
 *
 * <p>How much may wait is bounded by the source: after each offer that leaves the relay {@link #full} it is told to
 * pause, and once the reader has caught up, to resume.
 */
public final class ByteRelay {
    static final int FULL_BYTES = 128 * 1024;
    static final int CAUGHT_UP_BYTES = 32 * 1024;
    /** A piece costs this much beyond its bytes, so that a flood of tiny ones fills the relay too. */
    static final int PIECE_BYTES = 128;

    private final Queue<ByteBuf> pieces = new ConcurrentLinkedQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final Source source;
    private volatile @Nullable Runnable reader;
    private volatile Optional<Ending> ending = Optional.empty();
    private volatile boolean closed;

    /** Where the bytes come from. */
    public interface Source {
        /** Too much waits. Called within an offer, on its thread; after every offer for as long as that holds. */
        void pause();

        /**
         * The reader has caught up. Any thread; may come while nothing is paused, and late: whether there is room must
         * be looked at again, by {@link ByteRelay#full}, where it cannot run beside {@link #pause}.
         */
        void resume();

        /** Nobody wants the rest. Any thread; may come twice, and after the end. */
        void abandon();
    }

    public ByteRelay(Source source) {
        this.source = source;
    }

    /** Hands over one piece; the relay owns it from here. */
    public void offer(ByteBuf piece) {
        waiting.addAndGet(weight(piece));
        pieces.add(piece);
        if (closed) {
            releaseAll();
            return;
        }
        if (full()) {
            source.pause();
        }
        wakeReader();
    }

    /** Says that nothing more will come, and why. */
    public void end(Ending how) {
        ending = Optional.of(how);
        wakeReader();
    }

    /** Whether nothing more will come; some of it may still wait to be read. */
    public boolean ended() {
        return ending.isPresent();
    }

    /** Gives up: abandons the source and releases what was not read. */
    public void close() {
        closed = true;
        source.abandon();
        releaseAll();
    }

    /** Whether so much waits that the source should offer no more. */
    public boolean full() {
        return waiting.get() > FULL_BYTES;
    }

    /** Takes all that is there; for answers that are not relayed after all. */
    public byte[] drain() {
        CompositeByteBuf all = Unpooled.compositeBuffer(Integer.MAX_VALUE);
        try {
            for (ByteBuf piece = pieces.poll(); piece != null; piece = pieces.poll()) {
                all.addComponent(true, piece);
            }
            return ByteBufUtil.getBytes(all);
        } finally {
            all.release();
        }
    }

    /** Calls back whenever there is something new, on whichever thread made it so. */
    void readWith(Runnable newReader) {
        reader = newReader;
    }

    @Nullable
    ByteBuf poll() {
        ByteBuf piece = pieces.poll();
        if (piece != null) {
            long weight = weight(piece);
            long before = waiting.getAndAdd(-weight);
            if (before > CAUGHT_UP_BYTES && before - weight <= CAUGHT_UP_BYTES) {
                source.resume();
            }
        }
        return piece;
    }

    /** How it ended, once the last piece has been polled and no other will come; empty before. */
    Optional<Ending> exhausted() {
        Optional<Ending> how = ending;
        return pieces.isEmpty() ? how : Optional.empty();
    }

    private static long weight(ByteBuf piece) {
        return (long) piece.readableBytes() + PIECE_BYTES;
    }

    private void wakeReader() {
        Runnable current = reader;
        if (current != null) {
            current.run();
        }
    }

    private void releaseAll() {
        for (ByteBuf piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            piece.release();
        }
    }
}

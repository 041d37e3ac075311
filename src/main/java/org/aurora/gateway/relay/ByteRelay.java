package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one answer between the event loop that receives them and the one that sends them on.
 *
 * <p>The source offers, then ends or fails, once; the reader polls and is told when there is more. Whoever closes,
 * on whichever thread, no buffer stays behind: a buffer offered after the close is released at once.
 */
public final class ByteRelay {
    private final Queue<ByteBuf> pieces = new ConcurrentLinkedQueue<>();
    private final Source source;
    private volatile @Nullable Runnable reader;
    private volatile boolean ended;
    private volatile boolean closed;
    private volatile Optional<Throwable> failure = Optional.empty();

    /** Where the bytes come from. */
    public interface Source {
        /** The reader took one piece and has room for another. Any thread. */
        void taken();

        /** Nobody wants the rest. Any thread; may come twice, and after the end. */
        void cancel();
    }

    public ByteRelay(Source source) {
        this.source = source;
    }

    /** Hands over one piece; the relay owns it from here. */
    public void offer(ByteBuf piece) {
        pieces.add(piece);
        if (closed) {
            releaseAll();
        } else {
            wakeReader();
        }
    }

    /** Says that the answer is complete. */
    public void end() {
        ended = true;
        wakeReader();
    }

    /** Says that the answer will never be complete. */
    public void fail(Throwable cause) {
        failure = Optional.of(cause);
        end();
    }

    /** Gives up: cancels the source and releases what was not read. */
    public void close() {
        closed = true;
        source.cancel();
        releaseAll();
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
            source.taken();
        }
        return piece;
    }

    /** Whether the last piece has been polled and no other will come. */
    boolean exhausted() {
        return ended && pieces.isEmpty();
    }

    Optional<Throwable> failure() {
        return failure;
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

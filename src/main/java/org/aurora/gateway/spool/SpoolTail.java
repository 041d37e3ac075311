package org.aurora.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * The segment that grows: lines gather in memory for a moment, go to the system, and are forced to the disk. What the disk
 * does not take stays in memory, so that a line that was written half is written on when there is room again. Not safe for
 * several threads, but for {@link #force()}.
 */
final class SpoolTail implements Closeable {
    private static final int WRITE_AT = 32 << 10;
    private static final int MOST_IN_MEMORY = 256 << 10;
    private static final long MOST_NANOS_IN_MEMORY = Duration.ofMillis(50).toNanos();

    private final SegmentFile file;
    private final long first;
    private byte[] pending = new byte[WRITE_AT * 2];
    private int length;
    private int pendingEvents;
    private long writtenAt = System.nanoTime();
    private long written;
    private long forced;

    /**
     * @param first the number of its first event
     * @param written how many bytes of whole lines are in it
     */
    SpoolTail(SegmentFile file, long first, long written) {
        this.file = file;
        this.first = first;
        this.written = written;
        this.forced = written;
    }

    long first() {
        return first;
    }

    /** Bytes, those in memory included. */
    long bytes() {
        return written + length;
    }

    /** Bytes that the system has. */
    long written() {
        return written;
    }

    /** Bytes that would outlive a loss of power. */
    long forced() {
        return forced;
    }

    int pendingEvents() {
        return pendingEvents;
    }

    /** Takes a line into memory; false where there is no room, because the disk takes none. */
    boolean add(byte[] line) {
        if (length >= MOST_IN_MEMORY) {
            return false;
        }
        if (length + line.length > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(pending.length * 2, length + line.length));
        }
        System.arraycopy(line, 0, pending, length, line.length);
        length += line.length;
        pendingEvents++;
        return true;
    }

    /** Whether what is in memory is enough, or there for long enough. */
    boolean due() {
        return length >= WRITE_AT || (length > 0 && System.nanoTime() - writtenAt >= MOST_NANOS_IN_MEMORY);
    }

    /** Hands all that is in memory to the system; where that fails, it stays there. */
    void write() throws IOException {
        if (length > 0) {
            file.write(pending, length, written);
            written += length;
            length = 0;
            pendingEvents = 0;
        }
        writtenAt = System.nanoTime();
    }

    /** Returns once all that the system has would outlive a loss of power; {@link #forcedTo} notes it. */
    void force() throws IOException {
        file.force();
    }

    void forcedTo(long bytes) {
        forced = Math.max(forced, bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

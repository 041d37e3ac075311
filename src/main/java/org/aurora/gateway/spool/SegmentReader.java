package org.aurora.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a part of a segment, one after the other. */
final class SegmentReader implements Closeable {
    private static final int CHUNK = 64 << 10;
    /** No event is nearly as long; what is, is damaged, and read piece by piece. */
    private static final int LONGEST_LINE = 1 << 20;

    private final FileChannel channel;
    private final long limit;
    private byte[] buffer = new byte[CHUNK];
    private int from;
    private int to;
    private long offset;

    /**
     * @param offset where to begin, at the beginning of a line
     * @param limit where to end, in bytes from the segment's beginning
     */
    SegmentReader(Path file, long offset, long limit) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.offset = offset;
        this.limit = limit;
    }

    /**
     * @param bytes without the line feed
     * @param end where the next line begins
     * @param whole whether there was a line feed
     */
    record Line(byte[] bytes, long end, boolean whole) {}

    /** The next line; empty at the limit. */
    Optional<Line> next() throws IOException {
        int seen = from;
        while (true) {
            for (; seen < to; seen++) {
                if (buffer[seen] == '\n') {
                    return Optional.of(line(seen, 1));
                }
            }
            int length = to - from;
            if (length >= LONGEST_LINE || !fill()) {
                return to == from ? Optional.empty() : Optional.of(line(to, 0));
            }
            seen = from + length;
        }
    }

    private Line line(int end, int lineFeed) {
        byte[] bytes = Arrays.copyOfRange(buffer, from, end);
        offset += bytes.length + lineFeed;
        from = end + lineFeed;
        return new Line(bytes, offset, lineFeed == 1);
    }

    /** Reads more behind what is there; false at the limit, and where the file ends before it. */
    private boolean fill() throws IOException {
        int length = to - from;
        long at = offset + length;
        if (at >= limit) {
            return false;
        }
        if (length * 2 > buffer.length) {
            buffer = Arrays.copyOfRange(buffer, from, from + buffer.length * 2);
        } else {
            System.arraycopy(buffer, from, buffer, 0, length);
        }
        from = 0;
        to = length;
        ByteBuffer free = ByteBuffer.wrap(buffer, to, (int) Math.min(buffer.length - to, limit - at));
        int read = channel.read(free, at);
        to += Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

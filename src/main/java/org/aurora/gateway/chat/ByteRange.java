package org.aurora.gateway.chat;

/**
 * A stretch of a byte array.
 *
 * @param start offset of the first byte, at least 0
 * @param end offset after the last byte, at least {@code start}
 */
public record ByteRange(int start, int end) {
    public ByteRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }
}

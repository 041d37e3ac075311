package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts the name the caller asked for into each event of an SSE stream, as {@link JsonModelRewriter} does in
 * whole answers. The stream may be cut anywhere; at most one incomplete event is held back.
 *
 * <p>Only events whose data is one line of JSON are changed. An event of more than {@value #MAX_EVENT_BYTES}
 * bytes passes unchanged, from the moment it turns out to be that long. For one stream and one thread at a time.
 */
public final class SseModelRewriter {
    static final int MAX_EVENT_BYTES = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DATA = "data".getBytes(US_ASCII);

    private final JsonModelRewriter json;
    private final SseLines lines = new SseLines();
    private ByteArrayOutputStream held = new ByteArrayOutputStream(0);
    private boolean first = true;
    private boolean passing;

    /** For a stream to a caller who asked for {@code requested}. */
    public SseModelRewriter(String requested) {
        this.json = new JsonModelRewriter(requested);
    }

    /** Takes the next bytes of the stream and gives what can be sent on now; it may be empty. */
    public byte[] push(byte[] chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunk.length + 64);
        int start = 0;
        for (int i = 0; i < chunk.length; i++) {
            switch (lines.step(chunk[i])) {
                case EVENT_END -> {
                    endEvent(chunk, new ByteRange(start, i + 1), out);
                    start = i + 1;
                }
                case SECOND_HALF -> {
                    if (start == i && held.size() == 0) {
                        out.write(chunk[i]);
                        start = i + 1;
                    }
                }
                case TEXT, LINE_END -> {}
            }
        }
        keep(chunk, new ByteRange(start, chunk.length), out);
        return out.toByteArray();
    }

    /** Gives what was held back of an event that the stream's end cut off or left without its empty line. */
    public byte[] finish() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] event = takeHeld();
        writeEvent(event, new ByteRange(0, event.length), out);
        return out.toByteArray();
    }

    private void keep(byte[] chunk, ByteRange rest, ByteArrayOutputStream out) {
        if (!passing && held.size() + rest.length() > MAX_EVENT_BYTES) {
            out.writeBytes(takeHeld());
            passing = true;
        }
        (passing ? out : held).write(chunk, rest.start(), rest.length());
    }

    private void endEvent(byte[] chunk, ByteRange rest, ByteArrayOutputStream out) {
        if (!passing && held.size() == 0 && rest.length() <= MAX_EVENT_BYTES) {
            writeEvent(chunk, rest, out);
        } else {
            keep(chunk, rest, out);
            byte[] event = takeHeld();
            writeEvent(event, new ByteRange(0, event.length), out);
        }
        passing = false;
        first = false;
    }

    private byte[] takeHeld() {
        byte[] bytes = held.toByteArray();
        held = new ByteArrayOutputStream(0);
        return bytes;
    }

    private void writeEvent(byte[] bytes, ByteRange event, ByteArrayOutputStream out) {
        Optional<ByteRange> data = onlyDataLine(bytes, event);
        if (data.isPresent()) {
            json.write(bytes, event, data.get(), out);
        } else {
            out.write(bytes, event.start(), event.length());
        }
    }

    private Optional<ByteRange> onlyDataLine(byte[] bytes, ByteRange event) {
        Optional<ByteRange> found = Optional.empty();
        int start = event.start() + (first && startsWith(bytes, event, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0);
        while (start < event.end()) {
            int end = lineEnd(bytes, start, event.end());
            ByteRange line = new ByteRange(start, end);
            if (isData(bytes, line)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(new ByteRange(Math.min(start + DATA.length + 1, end), end));
            }
            start = end + 1;
        }
        return found;
    }

    private static int lineEnd(byte[] bytes, int start, int limit) {
        int end = start;
        while (end < limit && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    /** A line {@code data} without a colon is a data line too, an empty one. */
    private static boolean isData(byte[] bytes, ByteRange line) {
        return startsWith(bytes, line, DATA)
                && (line.length() == DATA.length || bytes[line.start() + DATA.length] == ':');
    }

    private static boolean startsWith(byte[] bytes, ByteRange range, byte[] prefix) {
        int end = range.start() + prefix.length;
        return range.length() >= prefix.length && Arrays.equals(bytes, range.start(), end, prefix, 0, prefix.length);
    }
}

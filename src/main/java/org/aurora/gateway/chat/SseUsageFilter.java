package org.aurora.gateway.chat;

import java.io.ByteArrayOutputStream;

/**
 * Takes out of a stream the event that does nothing but say what was used, which was asked for on behalf of the gateway
 * and not of the caller. All other bytes pass; an event is held back until it is whole or longer than {@value
 * #MAX_HELD_BYTES} bytes. For one stream and one thread at a time.
 */
public final class SseUsageFilter {
    static final int MAX_HELD_BYTES = 64 * 1024;

    private final SseScan scan;
    private ByteArrayOutputStream held = new ByteArrayOutputStream(0);
    private boolean passing;
    private boolean tookLast;

    /**
     * @param scan reads the stream; every byte goes through it
     */
    public SseUsageFilter(SseScan scan) {
        this.scan = scan;
    }

    /** Takes the next bytes of the stream and gives what can be sent on now; it may be empty. */
    public byte[] push(byte[] chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunk.length + held.size());
        int start = 0;
        for (int i = 0; i < chunk.length; i++) {
            switch (scan.step(chunk[i])) {
                case EVENT_END -> {
                    end(chunk, start, i + 1, out);
                    start = i + 1;
                }
                case SECOND_HALF -> {
                    if (start == i && held.size() == 0 && !passing) {
                        start = secondHalf(chunk, i, out);
                    }
                }
                case TEXT, LINE_END -> tookLast = false;
            }
        }
        keep(chunk, start, chunk.length, out);
        return out.toByteArray();
    }

    /** Gives what was held back of an event that the stream's end cut off or left without its empty line. */
    public byte[] finish() {
        scan.finish();
        byte[] rest = held.toByteArray();
        held = new ByteArrayOutputStream(0);
        return rest.length > 0 && scan.saysUsageAlone() ? new byte[0] : rest;
    }

    private void end(byte[] chunk, int from, int to, ByteArrayOutputStream out) {
        tookLast = !passing && scan.saysUsageAlone() && held.size() + to - from <= MAX_HELD_BYTES;
        if (!tookLast) {
            out.writeBytes(held.toByteArray());
            out.write(chunk, from, to - from);
        }
        if (held.size() > 0) {
            held = new ByteArrayOutputStream(0);
        }
        passing = false;
    }

    /** The LF of the CRLF that ended an event shares that event's fate. */
    private int secondHalf(byte[] chunk, int at, ByteArrayOutputStream out) {
        if (!tookLast) {
            out.write(chunk[at]);
        }
        return at + 1;
    }

    private void keep(byte[] chunk, int from, int to, ByteArrayOutputStream out) {
        if (!passing && held.size() + to - from > MAX_HELD_BYTES) {
            out.writeBytes(held.toByteArray());
            held = new ByteArrayOutputStream(0);
            passing = true;
        }
        (passing ? out : held).write(chunk, from, to - from);
    }
}

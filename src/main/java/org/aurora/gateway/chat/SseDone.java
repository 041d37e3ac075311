package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Knows whether an SSE stream of chat/completions or completions has said {@code data: [DONE]}, its terminal.
 * As for official clients, a data line that begins with it is enough, whether or not the line was ended.
 */
public final class SseDone {
    private static final byte[] FIELD = "data:".getBytes(US_ASCII);
    private static final byte[] TERMINAL = "data:[DONE]".getBytes(US_ASCII);

    private final SseLines lines = new SseLines();
    private int matched;
    private boolean lineDiffers;
    private boolean spaceSkipped;
    private boolean seen;

    /** Takes the next byte of the stream. */
    public void push(byte next) {
        switch (lines.step(next)) {
            case TEXT -> match(next);
            case LINE_END, EVENT_END -> {
                matched = 0;
                lineDiffers = false;
                spaceSkipped = false;
            }
            case SECOND_HALF -> {}
        }
    }

    /** Takes the next bytes of the stream. */
    public void push(byte[] chunk) {
        for (byte next : chunk) {
            push(next);
        }
    }

    /** Whether the terminal was seen; this stays true. */
    public boolean seen() {
        return seen;
    }

    private void match(byte next) {
        if (seen || lineDiffers) {
            return;
        }
        if (next == ' ' && matched == FIELD.length && !spaceSkipped) {
            spaceSkipped = true;
        } else if (next == TERMINAL[matched]) {
            matched++;
            seen = matched == TERMINAL.length;
        } else {
            lineDiffers = true;
        }
    }
}

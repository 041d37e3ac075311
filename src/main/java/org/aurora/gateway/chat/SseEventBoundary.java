package org.aurora.gateway.chat;

/**
 * Knows whether an SSE stream stands between two events, where another event may be added. Elsewhere
 * {@code "\n\n"} must come first, which ends an event from any place within it.
 */
public final class SseEventBoundary {
    private final SseLines lines = new SseLines();
    private boolean reached = true;

    /** Takes the next byte of the stream. */
    public void push(byte next) {
        switch (lines.step(next)) {
            case EVENT_END -> reached = true;
            case TEXT, LINE_END -> reached = false;
            case SECOND_HALF -> {}
        }
    }

    /** Takes the next bytes of the stream. */
    public void push(byte[] chunk) {
        for (byte next : chunk) {
            push(next);
        }
    }

    /** Whether an empty line came last, or nothing came yet. */
    public boolean reached() {
        return reached;
    }
}

package org.aurora.gateway.inbound;

/**
 * How long a caller may keep the gateway waiting for a request: 50 to 75 seconds for the next one to begin and to be
 * all in, the length being that of a slow clock. A body buys the same time again with each 64 KiB, so that large ones
 * may come over thin lines, but none drop by drop. Not thread-safe.
 */
final class Patience {
    static final int TICK_SECONDS = 25;

    private static final int TICKS = 3;
    private static final int WORTH_WAITING_BYTES = 64 * 1024;

    private int ticks;
    private int bytes;

    /** The caller did something that starts the time again. */
    void restart() {
        ticks = 0;
        bytes = 0;
    }

    void received(int more) {
        bytes += more;
        if (bytes >= WORTH_WAITING_BYTES) {
            restart();
        }
    }

    /** Counts one tick of the clock; true when it was the last. */
    boolean endsWithThisTick() {
        ticks++;
        return ticks >= TICKS;
    }
}

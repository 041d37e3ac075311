package org.aurora.gateway.inbound;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Counts calls from first byte in to last byte out, so that a shutdown can wait for running streams. */
public final class OpenCalls {
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final AtomicInteger open = new AtomicInteger();

    void begun() {
        open.incrementAndGet();
    }

    void ended() {
        open.decrementAndGet();
    }

    /** How many there are now. */
    public int count() {
        return open.get();
    }

    /** Waits until no call is open; false when the time was up before. Never call it on an event loop. */
    public boolean awaitNone(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (open.get() > 0
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return open.get() == 0;
    }
}

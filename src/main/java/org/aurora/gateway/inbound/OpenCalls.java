package org.aurora.gateway.inbound;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The calls from first byte in to last byte out, so that a shutdown can wait for running streams, or end them. */
public final class OpenCalls {
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Set<Call> open = ConcurrentHashMap.newKeySet();

    void begun(Call call) {
        open.add(call);
    }

    void ended(Call call) {
        open.remove(call);
    }

    /** How many there are now. */
    public int count() {
        return open.size();
    }

    /** Waits until no call is open; false when the time was up before. Never call it on an event loop. */
    public boolean awaitNone(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!open.isEmpty()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return open.isEmpty();
    }

    /** Closes the connections of all calls that are open, so that these are over soon, and recorded. */
    public void end() {
        open.forEach(call -> call.channel().eventLoop().execute(() -> {
            if (open.contains(call)) {
                call.stopped();
                call.channel().close();
            }
        }));
    }
}

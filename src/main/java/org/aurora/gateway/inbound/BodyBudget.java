package org.aurora.gateway.inbound;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all request bodies in flight may take together, so that many large ones cannot exhaust the heap. */
public final class BodyBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param limit bytes
     */
    public BodyBudget(long limit) {
        this.limit = limit;
    }

    /** A quarter of the heap that the JVM may grow to. */
    public static BodyBudget quarterOfTheHeap() {
        return new BodyBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    boolean reserve(int bytes) {
        if (used.addAndGet(bytes) <= limit) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes that may be in use. */
    public long limit() {
        return limit;
    }

    /** Bytes in use now. */
    public long used() {
        return used.get();
    }
}

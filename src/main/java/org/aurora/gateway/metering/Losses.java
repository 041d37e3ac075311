package org.aurora.gateway.metering;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was lost, and says so in the log: at once, and then at most every ten seconds. */
final class Losses {
    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final String what;
    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    /**
     * @param what the sentence that follows the number
     */
    Losses(String what) {
        this.what = what;
    }

    void count() {
        long all = counted.incrementAndGet();
        long now = System.nanoTime();
        long until = silentUntil.get();
        if (now - until >= 0 && silentUntil.compareAndSet(until, now + PAUSE_NANOS)) {
            LOG.error("{} {}", all, what);
        }
    }

    long counted() {
        return counted.get();
    }
}

package org.aurora.gateway.spool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the calls that were not recorded, and says so: at once, and then at most each ten seconds, in one line. */
final class Losses {
    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private volatile long total;
    private long said;
    private Instant silentUntil = Instant.MIN;
    private String reason = "";

    Losses(Clock clock) {
        this.clock = clock;
    }

    synchronized void count(long calls, String why) {
        if (calls == 0) {
            return;
        }
        total += calls;
        reason = why;
        say();
    }

    /** Says what was kept back; to be called now and then. */
    synchronized void say() {
        if (total > said && !clock.instant().isBefore(silentUntil)) {
            LOG.error("{} calls were NOT RECORDED, {} since the start: {}", total - said, total, reason);
            said = total;
            silentUntil = clock.instant().plus(PAUSE);
        }
    }

    long total() {
        return total;
    }
}

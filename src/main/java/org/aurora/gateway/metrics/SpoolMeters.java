package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.aurora.gateway.usage.UsageBacklog;

/** What waits on disk for the ledger, and what was lost there. */
public final class SpoolMeters implements MeterBinder {
    private static final double MILLIS_A_SECOND = 1000;

    private final UsageBacklog backlog;
    private final Clock clock;

    public SpoolMeters(UsageBacklog backlog, Clock clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("aurora.usage.spool.events", backlog, UsageBacklog::events)
                .description("Recorded calls that wait on disk for the database")
                .register(registry);
        Gauge.builder("aurora.usage.spool", backlog, UsageBacklog::bytes)
                .description("What these take on disk")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("aurora.usage.spool.oldest.age", this, SpoolMeters::oldestSeconds)
                .description("How long ago the call began that has waited longest; 0 where none waits")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder("aurora.usage.spool.lost", backlog, UsageBacklog::lost)
                .description(
                        "Recorded calls that were lost: no room on disk, damaged, torn or deleted there, refused by the database")
                .register(registry);
    }

    private double oldestSeconds() {
        return backlog.oldest()
                .map(began ->
                        Math.max(0, Duration.between(began, clock.instant()).toMillis()) / MILLIS_A_SECOND)
                .orElse(0.0);
    }
}

package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.aurora.gateway.usage.UsageLosses;

/** What was lost before it could be written anywhere. */
public final class LossMeters implements MeterBinder {
    private final UsageLosses losses;

    public LossMeters(UsageLosses losses) {
        this.losses = losses;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("aurora.usage.lost", losses, UsageLosses::lost)
                .description("Calls that are recorded nowhere because the queue in memory was full")
                .register(registry);
    }
}

package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.aurora.gateway.usage.UsageLosses;

/** What was lost before it came to the disk, and what a hook took too slowly or failed with. */
public final class LossMeters implements MeterBinder {
    private final UsageLosses queue;
    private final UsageLosses hook;

    /**
     * @param queue what the gateway itself lost
     * @param hook what did not reach an integrator's own route
     */
    public LossMeters(UsageLosses queue, UsageLosses hook) {
        this.queue = queue;
        this.hook = hook;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("aurora.usage.lost", queue, UsageLosses::lost)
                .description(
                        "Calls that are recorded nowhere because the queue in memory was full or their record could not be made")
                .register(registry);
        FunctionCounter.builder("aurora.usage.hook.lost", hook, UsageLosses::lost)
                .description("Records that the hook took too slowly or failed with; they are recorded all the same")
                .register(registry);
    }
}

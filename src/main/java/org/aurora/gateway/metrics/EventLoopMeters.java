package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.SingleThreadEventExecutor;

/** How far the event loops are behind. */
public final class EventLoopMeters implements MeterBinder {
    private final EventExecutorGroup loops;

    public EventLoopMeters(EventExecutorGroup loops) {
        this.loops = loops;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("aurora.event.loops", loops, EventLoopMeters::count)
                .description("Event loops, which move all bytes")
                .register(registry);
        Gauge.builder("aurora.event.loop.pending.tasks", loops, EventLoopMeters::pending)
                .description("Tasks that wait for an event loop, of all loops together")
                .register(registry);
    }

    private static double count(EventExecutorGroup loops) {
        int count = 0;
        for (EventExecutor loop : loops) {
            count += loop instanceof SingleThreadEventExecutor ? 1 : 0;
        }
        return count;
    }

    private static double pending(EventExecutorGroup loops) {
        int tasks = 0;
        for (EventExecutor loop : loops) {
            tasks += loop instanceof SingleThreadEventExecutor single ? single.pendingTasks() : 0;
        }
        return tasks;
    }
}

package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that is measured in this process, and the text that says so. */
public final class Measurements implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    /** Held on to: meters have only weak references to what they measure, which may be the binder itself. */
    private final List<MeterBinder> binders = new CopyOnWriteArrayList<>();

    /** For what measures by itself. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Adds what it measures, and has it look around before each reading; what holds on to something is closed with this. */
    public Measurements with(MeterBinder binder) {
        binder.bindTo(registry);
        binders.add(binder);
        return this;
    }

    /** All of it, UTF-8. Takes some milliseconds, more with many models: not for event loops. */
    byte[] in(Exposition exposition) {
        for (MeterBinder binder : binders) {
            if (binder instanceof ReadMeters meters) {
                meters.look();
            }
        }
        return registry.scrape(exposition.contentType()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        for (MeterBinder binder : binders) {
            if (binder instanceof AutoCloseable resource) {
                close(resource);
            }
        }
        registry.close();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(resource.getClass().getSimpleName() + " does not stop measuring", e);
        }
    }
}

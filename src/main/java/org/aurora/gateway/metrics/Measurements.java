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
    private final List<ReadMeters> beforeEachReading = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> resources = new CopyOnWriteArrayList<>();

    /** For what measures by itself. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Adds what it measures, and has it look around before each reading; what holds on to something is closed with this. */
    public Measurements with(MeterBinder binder) {
        binder.bindTo(registry);
        if (binder instanceof ReadMeters meters) {
            beforeEachReading.add(meters);
        }
        if (binder instanceof AutoCloseable closeable) {
            resources.add(closeable);
        }
        return this;
    }

    /** All of it, UTF-8. Takes some milliseconds, more with many models: not for event loops. */
    byte[] in(Exposition exposition) {
        beforeEachReading.forEach(ReadMeters::look);
        return registry.scrape(exposition.contentType()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        resources.forEach(Measurements::close);
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

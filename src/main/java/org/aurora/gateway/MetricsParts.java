package org.aurora.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Clock;
import java.util.Map;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.metrics.AuthorizeMetrics;
import org.aurora.gateway.metrics.ConnectionMeters;
import org.aurora.gateway.metrics.EventLoopMeters;
import org.aurora.gateway.metrics.LogMeters;
import org.aurora.gateway.metrics.LossMeters;
import org.aurora.gateway.metrics.Measurements;
import org.aurora.gateway.metrics.MeterUsage;
import org.aurora.gateway.metrics.MetricsAccess;
import org.aurora.gateway.metrics.ProviderMeters;
import org.aurora.gateway.metrics.QueueMeters;
import org.aurora.gateway.metrics.ReportMetrics;
import org.aurora.gateway.metrics.SettingsMeters;
import org.aurora.gateway.metrics.SpoolMeters;
import org.aurora.gateway.metrics.TrafficMeters;
import org.aurora.gateway.metrics.UsageMeters;
import org.aurora.gateway.settings.Configuration;
import org.aurora.gateway.upstream.UpstreamPools;
import org.slf4j.LoggerFactory;

/** The part of the composition root that concerns what is measured. */
final class MetricsParts implements AutoCloseable {
    private final Measurements measurements = new Measurements();
    private final MetricsAccess access;
    private final UsageMeters usage;

    MetricsParts(Configuration configured, Authenticator authenticator) {
        this.access = new MetricsAccess(
                configured.settings().metrics().open(),
                configured.settings().metrics().token(),
                authenticator);
        this.usage =
                new UsageMeters(measurements.registry(), configured.settings().currency(), configured.providers());
        measurements
                .with(new JvmMemoryMetrics())
                .with(new JvmGcMetrics())
                .with(new JvmThreadMetrics())
                .with(new ProcessorMetrics())
                .with(new FileDescriptorMetrics())
                .with(new UptimeMetrics())
                .with(new LogMeters(LoggerFactory.getILoggerFactory()));
    }

    /** Measures the connections on both sides. */
    void measure(TrafficMeters traffic, EventLoops eventLoops, UpstreamPools pools, Configuration configured) {
        measurements
                .with(traffic)
                .with(new EventLoopMeters(eventLoops.group()))
                .with(new ConnectionMeters(pools, configured.providers()));
    }

    /** Measures what the gateway knows, and where it keeps that. */
    void measure(SettingsParts settingsParts, DiscoveryParts discoveryParts, Cache<Object, Object> lists) {
        measurements
                .with(new SettingsMeters(settingsParts.live(), settingsParts.status()))
                .with(new ProviderMeters(discoveryParts.book()));
        settingsParts.measuredBy(new MicrometerMetricsTrackerFactory(measurements.registry()));
        CaffeineCacheMetrics.monitor(measurements.registry(), lists, "model-lists");
    }

    /** Measures the use of the database that recorded calls are in. */
    void measure(AccountingParts accountingParts) {
        accountingParts.measuredBy(new MicrometerMetricsTrackerFactory(measurements.registry()));
    }

    /** Measures what waits to be recorded and what could not be, where calls are recorded at all. */
    void measure(UsageParts usageParts, SpoolParts spoolParts) {
        if (usageParts.enabled()) {
            measurements
                    .with(new LossMeters(usageParts::lost, usageParts::lostToHook))
                    .with(new SpoolMeters(spoolParts.backlog(), Clock.systemUTC()));
        }
    }

    /** Everything that routes call by name. */
    Map<String, Object> beans() {
        return Map.of(
                "authorizeMetrics", new AuthorizeMetrics(access),
                "reportMetrics", new WorkerStep(new ReportMetrics(measurements, new QueueMeters())),
                "meterUsage", new MeterUsage(usage));
    }

    @Override
    public void close() {
        measurements.close();
    }
}

package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.store.DatabaseStatus;

/** Which settings are in force, and whether the database answers that they are from. */
public final class SettingsMeters implements MeterBinder {
    private final LiveSettings live;
    private final DatabaseStatus database;

    public SettingsMeters(LiveSettings live, DatabaseStatus database) {
        this.live = live;
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("aurora.settings.revision", live, it -> it.state()
                        .journal()
                        .revision())
                .description("The revision of the settings that are in force here")
                .register(registry);
        Gauge.builder("aurora.settings.provisional", live, it -> it.provisional() ? 1 : 0)
                .description("1 while the settings in force are those that were kept in the data folder")
                .register(registry);
        Gauge.builder("aurora.database.up", database, it -> it.available() ? 1 : 0)
                .description("1 where the database answered when it was last asked, 0 where it did not")
                .register(registry);
    }
}

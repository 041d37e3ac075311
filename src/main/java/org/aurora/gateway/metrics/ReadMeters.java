package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;

/** Meters that take all their values from one look at what they measure. */
interface ReadMeters extends MeterBinder {
    /** Takes that look. Called by one thread after another, before each reading. */
    void look();
}

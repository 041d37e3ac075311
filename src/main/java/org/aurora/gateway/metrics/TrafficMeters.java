package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.aurora.gateway.inbound.BodyBudget;
import org.aurora.gateway.inbound.EndedCalls;
import org.aurora.gateway.inbound.OpenCalls;
import org.aurora.gateway.inbound.RouteClass;

/** All HTTP requests, those included that never come to a model. */
public final class TrafficMeters implements ReadMeters {
    private final OpenCalls open;
    private final EndedCalls ended;
    private final BodyBudget bodies;
    private final Set<LongAdder> registered = Collections.newSetFromMap(new IdentityHashMap<>());
    private Optional<MeterRegistry> boundTo = Optional.empty();

    public TrafficMeters(OpenCalls open, EndedCalls ended, BodyBudget bodies) {
        this.open = open;
        this.ended = ended;
        this.bodies = bodies;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        boundTo = Optional.of(registry);
        Gauge.builder("aurora.open.calls", open, OpenCalls::count)
                .description("Requests that are not answered to their last byte, streams included")
                .register(registry);
        Gauge.builder("aurora.request.bodies", bodies, BodyBudget::used)
                .description("Request bodies in flight")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("aurora.request.bodies.limit", bodies, BodyBudget::limit)
                .description("What all request bodies in flight may take; beyond it calls get 503")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public void look() {
        boundTo.ifPresent(registry -> ended.forEach((about, status, count) -> {
            if (registered.add(count)) {
                register(registry, about, status, count);
            }
        }));
    }

    private static void register(MeterRegistry registry, RouteClass about, int status, LongAdder count) {
        FunctionCounter.builder("aurora.http.requests", count, LongAdder::sum)
                .description("Requests that are over, refused ones too")
                .tag("class", about.name().toLowerCase(Locale.ROOT))
                .tag("status", status == 0 ? CallLabels.NONE : Integer.toString(status))
                .register(registry);
    }
}

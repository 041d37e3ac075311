package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.seda.SedaEndpoint;

/** How full the queues between routes are. Which there are, routes decide, an integrator's too. */
public final class QueueMeters {
    private final Set<String> measured = ConcurrentHashMap.newKeySet();

    void find(CamelContext context, MeterRegistry registry) {
        for (Endpoint endpoint : context.getEndpoints()) {
            if (endpoint instanceof SedaEndpoint queue && measured.add(name(queue))) {
                measure(queue, registry);
            }
        }
    }

    private static void measure(SedaEndpoint queue, MeterRegistry registry) {
        Gauge.builder("aurora.queue.exchanges", queue, SedaEndpoint::getCurrentQueueSize)
                .description("Exchanges that wait in a queue between two routes")
                .tag("queue", name(queue))
                .register(registry);
        Gauge.builder("aurora.queue.capacity", queue, SedaEndpoint::getSize)
                .description("How many exchanges may wait in that queue")
                .tag("queue", name(queue))
                .register(registry);
    }

    /** Endpoints with other options, and the same name, share one queue. */
    private static String name(SedaEndpoint queue) {
        String key = queue.getEndpointKey();
        String path = key.substring(key.indexOf("://") + "://".length());
        int options = path.indexOf('?');
        return LabelText.of(options < 0 ? path : path.substring(0, options));
    }
}

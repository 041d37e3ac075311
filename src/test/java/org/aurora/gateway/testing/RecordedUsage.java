package org.aurora.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.usage.UsageEvent;

/** The records that a gateway's calls leave, taken where an integrator takes them. */
public final class RecordedUsage implements Processor {
    private static final Queue<UsageEvent> EVENTS = new ConcurrentLinkedQueue<>();

    private static final String ROUTE = """
            - route:
                id: recorded-usage
                from:
                  uri: direct:on-usage
                  steps:
                    - process: { ref: "#class:%s" }
            """.formatted(RecordedUsage.class.getName());

    /** Has that gateway's records kept. */
    public static RunningGateway.Setup in(RunningGateway.Setup setup) {
        return setup.file("custom/routes/recorded-usage.camel.yaml", ROUTE);
    }

    /** A request id that no other call has. */
    public static String newRequestId() {
        return "test-" + UUID.randomUUID();
    }

    /** The one record of the call with that id, once it is there. */
    public static UsageEvent of(String requestId) {
        await().until(() -> !all(requestId).isEmpty());
        assertThat(all(requestId)).hasSize(1);
        return all(requestId).get(0);
    }

    /** The records of calls with that id so far. */
    public static List<UsageEvent> all(String requestId) {
        return EVENTS.stream()
                .filter(event -> event.requestId().equals(requestId))
                .toList();
    }

    @Override
    public void process(Exchange exchange) {
        EVENTS.add(exchange.getVariable("usage", UsageEvent.class));
    }
}

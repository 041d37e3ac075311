package org.aurora.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;
import org.junit.jupiter.api.Test;

class UsageQueueTest {
    private static final UsageEvent EVENT = new UsageEvent(
            "id",
            Instant.EPOCH,
            "request",
            new UsageCaller("master", Optional.empty()),
            new UsageModels(Optional.empty(), List.of(), Optional.empty(), Optional.empty()),
            new UsageOutcome("rerank", false, 400, Optional.empty(), false, Optional.empty(), Duration.ZERO),
            TokenCounts.UNKNOWN,
            Optional.empty(),
            new Cost.Uncharged());

    @Test
    void losesAndCountsWhatFindsNoRoom() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            UsageQueue queue = new UsageQueue();
            queue.open(context.getEndpoint("seda:few?size=2", SedaEndpoint.class));
            for (int i = 0; i < 5; i++) {
                queue.accept(EVENT);
            }

            assertThat(queue.depth()).isEqualTo(2);
            assertThat(queue.lost()).isEqualTo(3);
        }
    }

    @Test
    void countsWhatComesBeforeThereIsAQueue() {
        UsageQueue queue = new UsageQueue();
        queue.accept(EVENT);

        assertThat(queue.lost()).isEqualTo(1);
        assertThat(queue.depth()).isZero();
    }
}

package org.aurora.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.testing.Events;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;
import org.junit.jupiter.api.Test;

class UsageEventJsonTest {
    @Test
    void readsEverythingAsItWasWritten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 5_000; i++) {
            UsageEvent event = Events.any(random);

            assertThat(UsageEventJson.read(UsageEventJson.write(event)))
                    .as("seed %d", seed)
                    .isEqualTo(event);
        }
    }

    @Test
    void isOneLineOfAscii() {
        Random random = new Random(7);

        for (int i = 0; i < 1_000; i++) {
            assertThat(new String(UsageEventJson.write(Events.any(random)), StandardCharsets.ISO_8859_1))
                    .matches("[ -\\x7f]+");
        }
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        UsageEvent refused = new UsageEvent(
                "id",
                Instant.EPOCH,
                "req_1",
                new UsageCaller("master", Optional.empty()),
                new UsageModels(Optional.empty(), List.of(), Optional.empty(), Optional.empty()),
                new UsageOutcome("rerank", false, 400, Optional.empty(), false, Optional.empty(), Duration.ZERO),
                TokenCounts.UNKNOWN,
                Optional.empty(),
                new Cost.Unpriced(UnpricedReason.NO_USAGE));

        assertThat(text(refused))
                .isEqualTo("{\"v\":1,\"id\":\"id\",\"at\":\"1970-01-01T00:00:00Z\",\"request_id\":\"req_1\","
                        + "\"key\":\"master\",\"operation\":\"rerank\",\"status\":400,\"duration\":\"PT0S\","
                        + "\"unpriced_reason\":\"no_usage\"}");
    }

    @Test
    void writesMoneyAsExactText() {
        UsageEvent event = withCost(new Cost.Stated(new BigDecimal("0.123456789012345678")));

        assertThat(text(event)).contains("\"stated_cost\":\"0.123456789012345678\"");
    }

    @Test
    void passesOverFieldsThatLaterVersionsAdd() {
        String later = text(Events.numbered(3)).replace("{\"v\":1,", "{\"v\":1,\"tenant\":{\"a\":[1,2]},");

        assertThat(read(later)).isEqualTo(Events.numbered(3));
    }

    @Test
    void refusesWhatIsNoEvent() {
        String event = text(Events.numbered(3));

        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{}",
                event.substring(0, event.length() - 1),
                event.replace("\"v\":1", "\"v\":2"),
                event.replace("\"status\":200,", ""),
                event.replace("\"price_source\":\"config\"", "\"price_source\":\"dream\""),
                event.replace("\"input_cost\":\"0.000012\"", "\"input_cost\":\"lots\""))) {
            assertThatThrownBy(() -> read(bad)).as(bad).isInstanceOf(RuntimeException.class);
        }
    }

    private static UsageEvent withCost(Cost cost) {
        UsageEvent event = Events.numbered(1);
        return new UsageEvent(
                event.id(),
                event.at(),
                event.requestId(),
                event.caller(),
                event.models(),
                event.outcome(),
                event.counts(),
                event.upstreamCost(),
                cost);
    }

    private static String text(UsageEvent event) {
        return new String(UsageEventJson.write(event), StandardCharsets.US_ASCII);
    }

    private static UsageEvent read(String text) {
        return UsageEventJson.read(text.getBytes(StandardCharsets.US_ASCII));
    }
}

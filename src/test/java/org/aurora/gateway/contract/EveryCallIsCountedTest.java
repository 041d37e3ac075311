package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aurora.gateway.contract.TallyingUpstream.Fate;
import org.aurora.gateway.contract.TallyingUpstream.Tally;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many calls, whole and streamed, failed, cut, left and refused, against the provider's own books;
 * {@code -Daurora.test.calls} says how many.
 */
class EveryCallIsCountedTest {
    private static final int CALLS = Integer.getInteger("aurora.test.calls", 20_000);
    private static final int CALLERS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> MODELS = List.of("my-model", "gpt-x", "a/b");

    private final AtomicInteger numbers = new AtomicInteger();

    private static RunningGateway start(TallyingUpstream upstream, TestDatabase database) {
        return RunningGateway.with("""
                        providers:
                          up:
                            type: openai
                            base_url: "%s"
                            api_key: sk-upstream-secret
                            models:
                              - id: my-model
                                metadata: { pricing: { input_per_mtok: 2.5, output_per_mtok: 10, cached_input_per_mtok: 1.25 } }
                              - id: gpt-x
                                metadata: { pricing: { input_per_mtok: 0.1, output_per_mtok: 0.4 } }
                              - id: a/b
                              - id: closed
                        aliases:
                          regular: up/gpt-x
                        model_overrides:
                          "up/closed": { enabled: false }
                        """.formatted(upstream.server().baseUrl()))
                .environment(database.environment())
                .start();
    }

    @ParameterizedTest
    @EnumSource
    void rowsAndSumsAreWhatTheProviderCounted(DatabaseKind kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                TallyingUpstream upstream = new TallyingUpstream();
                RunningGateway gateway = start(upstream, database)) {
            AdminClient admin = AdminClient.of(gateway);

            callFromEverySide(gateway);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            summary(admin).path("total_requests").asInt())
                    .isEqualTo(CALLS));
            Tally all = upstream.tallies().values().stream().reduce(Tally.NOTHING, Tally::plus);
            assertSummary(summary(admin), all);
            for (String model : MODELS) {
                assertModel(admin, model, upstream.tallies().getOrDefault(model, Tally.NOTHING));
            }
            assertThat(stored(kind, database).requestIds()).hasSize(CALLS).doesNotHaveDuplicates();
            assertThat(stored(kind, database).sums())
                    .isEqualTo(new StoredCalls.Sums(
                            all.input(), all.output(), all.cached(), all.cost(), all.uncounted(), partial()));
        }
    }

    private static StoredCalls stored(DatabaseKind kind, TestDatabase database) {
        return switch (kind) {
            case SQLITE -> StoredCalls.below(Path.of(database.environment().getOrDefault("AURORA_DATA_DIR", "")));
            case POSTGRESQL -> StoredCalls.in(database);
        };
    }

    private static JsonNode summary(AdminClient admin) {
        return admin.get("/usage/summary?days=2").send().json();
    }

    private static void assertSummary(JsonNode summary, Tally all) {
        assertThat(summary.path("total_input_tokens").asLong()).isEqualTo(all.input());
        assertThat(summary.path("total_output_tokens").asLong()).isEqualTo(all.output());
        assertThat(summary.path("total_cached_input_tokens").asLong()).isEqualTo(all.cached());
        assertThat(summary.path("unpriced_requests").asLong()).isEqualTo(all.uncounted());
        assertThat(new BigDecimal(summary.path("total_cost").asText())).isEqualByComparingTo(all.cost());
    }

    private static void assertModel(AdminClient admin, String model, Tally expected) {
        List<JsonNode> groups = admin.get("/usage/models?days=2&model=" + model.replace("/", "%2F"))
                .send()
                .items()
                .toList();
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.path("requests").asLong()).isEqualTo(expected.calls());
            assertThat(group.path("input_tokens").asLong()).isEqualTo(expected.input());
            assertThat(group.path("output_tokens").asLong()).isEqualTo(expected.output());
            assertThat(group.path("unpriced_requests").asLong()).isEqualTo(expected.uncounted());
        });
        if (expected.cost().signum() > 0) {
            assertThat(new BigDecimal(groups.get(0).path("total_cost").asText()))
                    .isEqualByComparingTo(expected.cost());
        }
    }

    private static long partial() {
        long partial = 0;
        for (int number = 0; number < CALLS; number++) {
            Fate fate = Fate.of(number);
            partial += fate == Fate.CUT || fate == Fate.LEFT ? 1 : 0;
        }
        return partial;
    }

    private void callFromEverySide(RunningGateway gateway) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            running.add(callers.submit(() -> callOn(gateway)));
        }
        callers.shutdown();
        for (Future<?> caller : running) {
            caller.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
        }
    }

    private Void callOn(RunningGateway gateway) throws IOException {
        Caller caller = Caller.of(gateway);
        for (int number = numbers.getAndIncrement(); number < CALLS; number = numbers.getAndIncrement()) {
            if (call(caller, number)) {
                caller.close();
                caller = Caller.of(gateway);
            }
        }
        caller.close();
        return null;
    }

    /** Whether the connection is of no more use. */
    private static boolean call(Caller caller, int number) throws IOException {
        Fate fate = Fate.of(number);
        caller.post(
                "/v1/chat/completions",
                "{\"model\": \"%s\", \"user\": \"%d\", \"stream\": %b, \"messages\": []}"
                        .formatted(model(fate, number), number, fate.streams()),
                "x-request-id: call-" + number);
        if (fate == Fate.LEFT) {
            assertThat(caller.head().status()).isEqualTo(200);
            caller.chunk();
            return true;
        }
        assertThat(caller.answer().status()).isEqualTo(expectedStatus(fate));
        return false;
    }

    private static int expectedStatus(Fate fate) {
        return switch (fate) {
            case DOCUMENT, STREAM, CUT, LEFT -> 200;
            case FAILED -> 500;
            case LIMITED -> 429;
            case UNKNOWN_MODEL -> 404;
            case CLOSED_MODEL -> 403;
        };
    }

    private static String model(Fate fate, int number) {
        return switch (fate) {
            case UNKNOWN_MODEL -> "nobody-has-this";
            case CLOSED_MODEL -> "up/closed";
            case DOCUMENT, STREAM, FAILED, LIMITED, CUT, LEFT ->
                number % 4 == 3 ? "regular" : "up/" + MODELS.get(number % 3);
        };
    }
}

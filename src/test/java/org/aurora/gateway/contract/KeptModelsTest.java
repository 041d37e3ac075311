package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an inventory after a restart, and what the gateway says of itself meanwhile. */
class KeptModelsTest {
    private final ModelServer upstream = new ModelServer();
    private final Path data;

    KeptModelsTest(@TempDir Path data) {
        this.data = data;
    }

    @AfterEach
    void close() throws IOException {
        upstream.close();
    }

    private RunningGateway start(String provider) {
        return RunningGateway.with("providers:\n" + provider)
                .polling()
                .environment("AURORA_DATA_DIR", data.toString())
                .start();
    }

    private void learn(String... ids) {
        upstream.lists("p", ids);
        try (RunningGateway gateway = start(upstream.yaml("p"))) {
            await().until(() -> VisibleModels.at(gateway).of("p").size() == ids.length);
            await().until(() -> Files.exists(data.resolve("inventory/p.json")));
        }
    }

    @Test
    void areServedAsStaleWhileEveryProviderIsDown() {
        learn("a", "b/c");
        upstream.fails("p");

        try (RunningGateway gateway = start(upstream.yaml("p"))) {
            assertThat(VisibleModels.at(gateway).of("p")).containsExactly("a", "b/c");
            await().until(() -> report(gateway).path("state").asText().equals("failed"));
            assertThat(VisibleModels.at(gateway).of("p")).containsExactly("a", "b/c");
            assertThat(report(gateway).path("models").path("stale").asInt()).isEqualTo(2);
            assertThat(VisibleModels.at(gateway).ready()).isEqualTo(Answer.parse("{\"status\": \"degraded\"}"));
        }
    }

    @Test
    void areNotThoseOfAnotherProviderOfTheSameName() {
        learn("a");
        upstream.fails("elsewhere");

        try (RunningGateway gateway = start(upstream.yaml("elsewhere").replace("  elsewhere:", "  p:"))) {
            await().until(() -> report(gateway).path("state").asText().equals("failed"));
            assertThat(VisibleModels.at(gateway).ids()).isEmpty();
        }
    }

    @Test
    void areDoneWithoutWhereTheFileIsBroken() throws IOException {
        learn("a");
        Files.writeString(data.resolve("inventory/p.json"), "{\"provider\": \"p\", \"polled_at\"");

        try (RunningGateway gateway = start(upstream.yaml("p"))) {
            await().until(() -> VisibleModels.at(gateway).of("p").equals(List.of("a")));
        }
    }

    @Test
    void areMissedAndSaidToBe() {
        upstream.fails("p");

        try (RunningGateway gateway = start(upstream.yaml("p"))) {
            await().until(() -> report(gateway).path("state").asText().equals("failed"));
            JsonNode ready = VisibleModels.at(gateway).ready();
            assertThat(ready.path("status").asText()).isEqualTo("starting");
            assertThat(ready.path("reason").asText())
                    .startsWith("No models are known yet")
                    .doesNotContain("p.");

            upstream.lists("p", "a");
            AdminClient.of(gateway).post("/runtime/refresh").send();
            assertThat(VisibleModels.at(gateway).ready()).isEqualTo(Answer.parse("{\"status\": \"ready\"}"));
        }
    }

    @Test
    void areNotWaitedForWhereAListIsConfigured() {
        upstream.on("p", exchange -> exchange.awaitClose());

        try (RunningGateway gateway = start(upstream.yaml("p") + "    models: [mine]\n")) {
            assertThat(VisibleModels.at(gateway).ready()).isEqualTo(Answer.parse("{\"status\": \"ready\"}"));
            assertThat(VisibleModels.at(gateway).of("p")).containsExactly("mine");
        }
    }

    private static JsonNode report(RunningGateway gateway) {
        return ProviderReport.of(AdminClient.of(gateway), "p");
    }
}

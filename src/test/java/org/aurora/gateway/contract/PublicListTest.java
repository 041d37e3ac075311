package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.price;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;

/** Prices from a public list, by way of the whole gateway. */
class PublicListTest {
    private static final String LIST = """
            {"gpt-x": {"litellm_provider": "openai", "input_cost_per_token": 1.5e-07, "output_cost_per_token": 6e-07}}
            """;
    private static final String YAML = """
            providers:
              one: { type: openai, base_url: "http://127.0.0.1:9", api_key: sk-unused, models: [gpt-x-2026-01-31] }
              two: { type: vllm, base_url: "http://127.0.0.1:9", models: [gpt-x] }
            """;

    private static JsonNode effective(AdminClient admin, String selector) {
        return admin.get(price(selector)).send().json().path("effective");
    }

    @Test
    void areKnownFromAFileAtTheStart() {
        try (RunningGateway gateway = RunningGateway.with(YAML)
                .file("prices.json", LIST)
                .environment("MODEL_LIST_PATH", "prices.json")
                .start()) {
            AdminClient admin = AdminClient.of(gateway);

            assertThat(effective(admin, "one/gpt-x-2026-01-31")).isEqualTo(Answer.parse("""
                            {"unpriced": false, "currency": "USD", "input_per_mtok": 0.15, "output_per_mtok": 0.6,
                             "sources": {"input_per_mtok": "list", "output_per_mtok": "list"}}
                            """));
            assertThat(effective(admin, "two/gpt-x").path("unpriced").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void areFetchedFromAnAddress() throws IOException {
        try (TestUpstream server = TestUpstream.answeringJson(LIST);
                RunningGateway gateway = RunningGateway.with(YAML)
                        .environment("MODEL_LIST_URL", server.baseUrl() + "/prices.json")
                        .start()) {
            AdminClient admin = AdminClient.of(gateway);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(effective(admin, "one/gpt-x-2026-01-31")
                                    .path("unpriced")
                                    .asBoolean())
                            .isFalse());
        }
    }

    @Test
    void outliveAWriteOfSettings() {
        try (RunningGateway gateway = RunningGateway.with(YAML)
                .file("prices.json", LIST)
                .environment("MODEL_LIST_PATH", "prices.json")
                .start()) {
            AdminClient admin = AdminClient.of(gateway);

            admin.put(price("one/gpt-x"), "{\"pricing\": {\"per_request\": 1}}").send();

            assertThat(effective(admin, "one/gpt-x-2026-01-31").path("sources")).isEqualTo(Answer.parse("""
                            {"input_per_mtok": "list", "output_per_mtok": "list", "per_request": "override"}
                            """));
        }
    }

    @Test
    void areNotUsedInAnotherCurrency() {
        try (RunningGateway gateway = RunningGateway.with(YAML)
                .file("prices.json", LIST)
                .environment("MODEL_LIST_PATH", "prices.json")
                .environment("AURORA_CURRENCY", "EUR")
                .start()) {
            AdminClient admin = AdminClient.of(gateway);

            JsonNode stored = admin.put(price("two/gpt-x"), "{\"pricing\": {\"per_request\": 1}}")
                    .send()
                    .json();

            assertThat(effective(admin, "one/gpt-x-2026-01-31").path("unpriced").asBoolean())
                    .isTrue();
            assertThat(stored.path("effective").path("currency").asText()).isEqualTo("EUR");
        }
    }
}

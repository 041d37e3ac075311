package org.aurora.gateway.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.awaitility.Awaitility;

/** A gateway as operators have one: some providers, a price list, aliases and rules, declared and stored, and keys. */
final class ModelsWorld {
    private static final String PRICES = """
            {"gpt-4.1": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 1047576,
                         "input_cost_per_token": 0.000002, "output_cost_per_token": 0.000008,
                         "cache_read_input_token_cost": 0.0000005},
             "gpt-4.1-mini": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 1047576,
                              "input_cost_per_token": 0.0000004, "output_cost_per_token": 0.0000016},
             "gpt-4o-2024-08-06": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 128000,
                                   "input_cost_per_token": 0.0000025, "output_cost_per_token": 0.00001},
             "text-embedding-3-large": {"litellm_provider": "openai", "mode": "embedding", "max_input_tokens": 8191,
                                        "input_cost_per_token": 0.00000013, "output_cost_per_token": 0.0}}
            """;

    private final TestUpstream openai = Providers.listing(
            List.of("gpt-4.1", "gpt-4.1-mini", "gpt-4o-2024-08-06", "o4-mini", "text-embedding-3-large"));
    private final TestUpstream mistral = Providers.listing(
            List.of("mistral-large-latest", "codestral-2508", "ministral-8b-latest", "mistral-embed"));
    private final TestUpstream hub = Providers.listing(List.of(
            "anthropic/claude-sonnet-4",
            "google/gemini-2.5-pro",
            "meta-llama/llama-3.3-70b-instruct",
            "qwen/qwen3-coder",
            Providers.SCRIPT,
            Providers.RIGHT_TO_LEFT,
            Providers.LONG,
            "\uD83D\uDE80-rocket"));
    private final Path prices = written(PRICES);

    /** A gateway that knows all these models; settings can be stored in it by {@link #furnish}. */
    RunningGateway start() {
        return RunningGateway.with("""
                        providers:
                          openai: { type: openai, base_url: "%s", api_key: sk-openai }
                          mistral-eu: { type: mistral, base_url: "%s", api_key: sk-mistral }
                          openrouter: { type: openrouter, base_url: "%s", api_key: sk-hub }
                          local-vllm:
                            type: vllm
                            base_url: "http://127.0.0.1:1/v1"
                            models:
                              - id: my-local-chat-model
                                metadata:
                                  display_name: "The one in the cellar <b>bold</b>"
                                  context_window: 32768
                                  max_output_tokens: 4096
                                  modes: ["chat"]
                                  capabilities: { tools: true }
                                  pricing: { currency: USD, input_per_mtok: 0, output_per_mtok: 0 }
                        aliases:
                          house-default: { target: "openai/gpt-4.1-mini", description: "what apps get that do not choose" }
                        model_overrides:
                          "local-vllm/": { user_paths: ["/team/alpha"] }
                        """.formatted(openai.baseUrl(), mistral.baseUrl(), hub.baseUrl()))
                .environment("MODEL_LIST_PATH", prices.toString())
                .polling()
                .start();
    }

    /** Stores aliases, rules, prices and keys, once all models are known. */
    static void furnish(RunningGateway gateway) {
        GatewayApi api = new GatewayApi(gateway);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        api.get("/settings/status").path("database").asText().equals("available")
                                && api.get("/providers/status").findValuesAsText("state").stream()
                                        .noneMatch("pending"::equals));
        api.write("PUT", "/aliases/regular", """
                {"strategy": "failover", "description": "the default chat model",
                 "targets": [{"model": "openai/gpt-4.1"}, {"model": "mistral-eu/mistral-large-latest"}]}""");
        api.write("PUT", "/aliases/careful", "{\"target\": \"regular\", \"access\": \"alias\"}");
        api.write("PUT", "/aliases/openai%2Fo4-mini", "{\"target\": \"openai/gpt-4.1-mini\"}");
        api.write("PUT", "/aliases/codestral-2508", "{\"target\": \"openrouter/qwen/qwen3-coder\"}");
        api.write("PUT", "/aliases/next", "{\"target\": \"openai/gpt-5\", \"hidden\": true}");
        api.write("PUT", "/aliases/retired", "{\"target\": \"openai/gpt-4.1\", \"enabled\": false}");
        api.write("PUT", "/model-overrides/openrouter%2F", "{\"user_paths\": [\"/team/research\", \"/team/alpha\"]}");
        api.write("PUT", "/model-overrides/mistral-embed", "{\"enabled\": false}");
        api.write("PUT", "/model-pricing/mistral-eu%2Fmistral-large-latest", """
                {"valid_from": "2026-01-01T00:00:00Z", "pricing": {"input_per_mtok": 1.8, "output_per_mtok": 5.4}}""");
        api.write("POST", "/auth-keys", "{\"name\": \"search\", \"user_path\": \"/team/research/search\"}");
        api.write("POST", "/auth-keys", "{\"name\": \"batch jobs\"}");
    }

    private static Path written(String text) {
        try {
            return Files.writeString(Files.createTempFile("prices", ".json"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() throws Exception {
        openai.close();
        mistral.close();
        hub.close();
        Files.deleteIfExists(prices);
    }
}

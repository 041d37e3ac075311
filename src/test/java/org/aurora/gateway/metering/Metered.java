package org.aurora.gateway.metering;

import java.io.IOException;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.RecordedUsage;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.UpstreamExchange;

/** A gateway whose records are kept, before a provider that does what a test says. */
record Metered(ScriptedProvider provider, RunningGateway gateway) implements AutoCloseable {
    static final String CHAT = "/v1/chat/completions";
    static final String USAGE = "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":200,\"total_tokens\":1200}";
    static final String ANSWER = "{\"model\":\"gpt-x-2026\",\"choices\":[]," + USAGE + "}";
    static final String EVENT = "data: {\"model\":\"gpt-x-2026\",\"choices\":[{\"index\":0}],\"usage\":null}\n\n";
    static final String LAST = "data: {\"choices\":[]," + USAGE + "}\n\n";
    static final String DONE = "data: [DONE]\n\n";
    private static final String YAML = """
            providers:
              up:
                type: openai
                base_url: "%1$s"
                api_key: sk-upstream-secret
                models:
                  - id: gpt-x
                    metadata: { pricing: { input_per_mtok: 2.50, output_per_mtok: 10 } }
                  - id: dear
                  - id: tts
                    metadata: { pricing: { per_character_input: 0.000015 } }
              strict:
                type: mistral
                base_url: "%1$s"
                api_key: sk-strict-secret
                models: [large]
            aliases:
              regular: { target: "up/gpt-x" }
              either: { targets: [{ model: "up/gpt-x" }, { model: "strict/large" }], strategy: failover }
            """;

    static Metered start() {
        ScriptedProvider provider = ScriptedProvider.start();
        return new Metered(provider, RecordedUsage.in(setup(provider)).start());
    }

    static RunningGateway.Setup setup(ScriptedProvider provider) {
        return RunningGateway.with(YAML.formatted(provider.upstream().baseUrl()))
                .environment("AURORA_ALLOW_ANONYMOUS", "true");
    }

    Caller caller() throws IOException {
        return Caller.of(gateway);
    }

    Caller.Answer call(String id, String path, String json) throws IOException {
        try (Caller caller = caller()) {
            caller.post(path, json, "x-request-id: " + id);
            return caller.answer();
        }
    }

    Caller.Answer chat(String id, String model) throws IOException {
        return call(id, CHAT, "{\"model\":\"" + model + "\",\"messages\":[]}");
    }

    static String streamed(String model) {
        return "{\"model\":\"" + model + "\",\"messages\":[],\"stream\":true}";
    }

    static void events(UpstreamExchange exchange, String... events) throws IOException {
        exchange.beginEvents();
        for (String event : events) {
            exchange.chunk(event);
        }
    }

    @Override
    public void close() {
        gateway.close();
        provider.close();
    }
}

package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How each type of provider is asked for its models, as the provider sees it. */
class ListingShapesTest {
    private final List<UpstreamExchange> asked = new CopyOnWriteArrayList<>();
    private Optional<TestUpstream> upstream = Optional.empty();

    @AfterEach
    void close() throws IOException {
        upstream.orElseThrow().close();
    }

    private String root(TestUpstream.Script script) {
        upstream = Optional.of(TestUpstream.answering(exchange -> {
            asked.add(exchange);
            script.answer(exchange);
        }));
        return "http://127.0.0.1:" + upstream.get().port();
    }

    private RunningGateway.Setup setup(String type, String baseUrl) {
        return RunningGateway.with("providers:\n  p:\n    type: " + type + "\n    base_url: \"" + baseUrl
                        + "\"\n    api_key: sk-upstream\n")
                .polling();
    }

    private static List<String> learned(RunningGateway gateway) {
        await().until(() -> !VisibleModels.at(gateway).of("p").isEmpty());
        return VisibleModels.at(gateway).of("p");
    }

    private List<String> requestLines() {
        return asked.stream().map(UpstreamExchange::requestLine).toList();
    }

    @Test
    void asksOpenAiBelowTheBaseUrl() {
        String root = root(exchange -> exchange.json(200, ModelServer.list("gpt-x")));
        try (RunningGateway gateway = setup("openai", root + "/v1").start()) {
            assertThat(learned(gateway)).containsExactly("gpt-x");
        }
        assertThat(requestLines()).containsExactly("GET /v1/models HTTP/1.1");
        assertThat(asked.get(0).header("authorization")).contains("Bearer sk-upstream");
        assertThat(asked.get(0).header("accept")).contains("application/json");
    }

    @Test
    void asksAnthropicPageByPage() {
        String root = root(exchange -> exchange.json(
                200,
                exchange.requestLine().contains("after_id=claude%2F1")
                        ? "{\"data\": [{\"id\": \"claude-2\"}], \"has_more\": false, \"last_id\": \"claude-2\"}"
                        : "{\"data\": [{\"id\": \"claude/1\"}], \"has_more\": true, \"last_id\": \"claude/1\"}"));
        try (RunningGateway gateway = setup("anthropic", root + "/v1").start()) {
            assertThat(learned(gateway)).containsExactly("claude-2", "claude/1");
        }
        assertThat(requestLines())
                .containsExactly(
                        "GET /v1/models?limit=1000 HTTP/1.1", "GET /v1/models?limit=1000&after_id=claude%2F1 HTTP/1.1");
        assertThat(asked).allSatisfy(exchange -> {
            assertThat(exchange.header("x-api-key")).contains("sk-upstream");
            assertThat(exchange.header("anthropic-version")).contains("2023-06-01");
            assertThat(exchange.header("authorization")).isEmpty();
        });
    }

    @Test
    void asksAzureAboveTheDeployment() {
        String root = root(exchange -> exchange.json(200, ModelServer.list("gpt-x")));
        try (RunningGateway gateway =
                setup("azure", root + "/openai/deployments/mine").start()) {
            assertThat(learned(gateway)).containsExactly("gpt-x");
        }
        assertThat(requestLines()).containsExactly("GET /openai/models?api-version=2024-10-21 HTTP/1.1");
        assertThat(asked.get(0).header("api-key")).contains("sk-upstream");
    }

    @Test
    void takesGeminisIdsWithoutTheirFolder() {
        String root = root(exchange -> exchange.json(200, ModelServer.list("models/gemini-x", "models/gemini-y")));
        try (RunningGateway gateway = setup("gemini", root + "/v1beta/openai").start()) {
            assertThat(learned(gateway)).containsExactly("gemini-x", "gemini-y");
        }
        assertThat(requestLines()).containsExactly("GET /v1beta/openai/models HTTP/1.1");
    }

    @Test
    void asksANewTypeAsItsKameletSays() {
        String root = root(exchange -> exchange.json(
                200,
                exchange.requestLine().contains("page=t2")
                        ? "{\"models\": [{\"name\": \"m/two\"}]}"
                        : "{\"models\": [{\"name\": \"m/one\"}], \"nextPageToken\": \"t2\"}"));
        String kamelet = """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: acme-provider
                  labels:
                    camel.apache.org/kamelet.type: sink
                spec:
                  definition:
                    title: Acme
                    type: object
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to:
                            uri: upstream:relay
                            parameters:
                              listPath: /api/tags
                              listCursor: page
                              listIdPrefix: m/
                """;
        try (RunningGateway gateway = setup("acme", root + "/v1")
                .file("custom/kamelets/acme-provider.kamelet.yaml", kamelet)
                .start()) {
            assertThat(learned(gateway)).containsExactly("one", "two");
        }
        assertThat(requestLines()).containsExactly("GET /api/tags HTTP/1.1", "GET /api/tags?page=t2 HTTP/1.1");
    }

    @Test
    void showsWhatIsKnownOfAModelInTheList() {
        String root = root(exchange -> exchange.json(
                200, "{\"data\": [{\"id\": \"gpt-x\", \"context_length\": 4096, \"display_name\": \"Theirs\"}]}"));
        String yaml = "providers:\n  p:\n    type: vllm\n    base_url: \"" + root + "/v1\"\n    models:\n"
                + "      - id: gpt-x\n        metadata: { display_name: Ours, pricing: { input_per_mtok: 0.150 } }\n"
                + "aliases:\n  regular: p/gpt-x\n";
        try (RunningGateway gateway = RunningGateway.with(yaml).polling().start()) {
            String expected = "{\"context_window\": 4096, \"display_name\": \"Ours\","
                    + " \"pricing\": {\"input_per_mtok\": 0.150}}";
            await().untilAsserted(() -> assertThat(VisibleModels.at(gateway).list())
                    .hasSize(2)
                    .allSatisfy(model -> assertThat(model.path("metadata")).isEqualTo(Answer.parse(expected))));
        }
    }
}

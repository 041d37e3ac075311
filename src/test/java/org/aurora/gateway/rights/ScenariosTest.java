package org.aurora.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What teams do with aliases and rules, one after the other. */
class ScenariosTest {
    private static final String YAML = """
            providers:
              openai-primary:
                type: openai
                base_url: "%1$s"
                api_key: sk-upstream
                models: [my-model, other]
              local-vllm:
                type: vllm
                base_url: "%1$s"
                models: [my-local-chat-model, my-model]
            aliases:
              regular: { target: "local-vllm/my-local-chat-model", description: "the default chat model" }
              smarter: { target: "openai-primary/my-model" }
            """;
    private static final String SHADOWS = """
            aliases:
              openai-primary/my-model: local-vllm/my-local-chat-model
              my-model: local-vllm/my-local-chat-model
            """.replace("aliases:\n", "");
    private static final List<String> SUBTREES =
            List.of("/team/alpha", "/team/alpha/service-x", "/customer/acme", "/tenant/eu/t-17");
    private static final List<Ruled> RULES = List.of(
            new Ruled("/", "regular", Optional.empty()),
            new Ruled("openai-primary/", "openai-primary/my-model", Optional.of("local-vllm/my-model")),
            new Ruled("openai-primary/my-model", "smarter", Optional.of("openai-primary/other")),
            new Ruled("my-model", "local-vllm/my-model", Optional.of("local-vllm/my-local-chat-model")),
            new Ruled("smarter", "smarter", Optional.of("openai-primary/my-model")));

    /**
     * A rule.
     *
     * @param name what it decides about
     * @param other what it does not speak of
     */
    record Ruled(String selector, String name, Optional<String> other) {}

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY =
            with("").environment("TRUST_USER_PATH_HEADER", "true").start();

    private static RunningGateway.Setup with(String moreAliases) {
        return RunningGateway.with(YAML.formatted(PROVIDER.upstream().baseUrl()) + moreAliases)
                .environment("AURORA_ALLOW_ANONYMOUS", "true");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @BeforeEach
    void answer() {
        PROVIDER.answersJson("{\"choices\": []}");
    }

    @Test
    void stableNamesStandForModels() throws IOException {
        App app = App.withoutKey(GATEWAY);

        assertThat(app.chat("regular").header("x-aurora-model")).contains("my-local-chat-model");
        assertThat(app.chat("smarter").header("x-aurora-provider")).contains("openai-primary");
        assertThat(app.listed()).contains("regular", "smarter");
    }

    @Test
    void anAppIsRedirectedWithoutBeingChanged() throws IOException {
        try (RunningGateway redirecting = with(SHADOWS).start()) {
            App app = App.withoutKey(redirecting);

            assertThat(app.chat("openai-primary/my-model").header("x-aurora-model"))
                    .contains("my-local-chat-model");
            assertThat(app.chat("my-model").header("x-aurora-model")).contains("my-local-chat-model");
            assertThat(app.listed()).containsOnlyOnce("openai-primary/my-model").contains("my-model");
        }
    }

    @Test
    void theListHoldsNothingButAliases() throws IOException {
        try (RunningGateway aliasesOnly = with("").environment("KEEP_ONLY_ALIASES_AT_MODELS_ENDPOINT", "true")
                .start()) {
            App app = App.withoutKey(aliasesOnly);

            assertThat(app.listed()).containsExactly("regular", "smarter");
            assertThat(app.chat("openai-primary/my-model").status()).isEqualTo(200);
            assertThat(app.get("/v1/models/openai-primary%2Fmy-model").status()).isEqualTo(404);
        }
    }

    static Stream<Arguments> rulesOfSubtrees() {
        return RULES.stream().flatMap(rule -> SUBTREES.stream().map(subtree -> Arguments.of(rule, subtree)));
    }

    @ParameterizedTest
    @MethodSource("rulesOfSubtrees")
    void aRuleKeepsAModelForASubtree(Ruled rule, String subtree) throws IOException {
        App master = App.master(GATEWAY);
        App app = App.withoutKey(GATEWAY);
        String path = "/admin/api/v1/model-overrides/" + URLEncoder.encode(rule.selector(), StandardCharsets.UTF_8);
        assertThat(app.chat(rule.name()).status()).isEqualTo(200);

        master.put(path, "{\"user_paths\": [\"" + subtree + "\"]}");

        for (String inside : List.of(subtree, subtree + "/below", subtree + "/far/below")) {
            assertThat(app.at(inside).chat(rule.name()).status()).as(inside).isEqualTo(200);
            assertThat(app.at(inside).listed()).as(inside).contains(rule.name());
        }
        for (String outside : List.of(subtree + "x", "/", "/elsewhere", subtree.replaceFirst("/[^/]*$", "/x"))) {
            assertThat(app.at(outside).chat(rule.name()).code()).as(outside).isEqualTo("model_access_denied");
            assertThat(app.at(outside).listed()).as(outside).doesNotContain(rule.name());
        }
        assertThat(app.chat(rule.name()).status()).as("without a place").isEqualTo(403);
        assertThat(master.chat(rule.name()).status()).as("with full rights").isEqualTo(200);
        if (rule.other().isPresent()) {
            assertThat(app.chat(rule.other().get()).status()).isEqualTo(200);
        }
        assertThat(master.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(app.chat(rule.name()).status()).isEqualTo(200);
    }
}

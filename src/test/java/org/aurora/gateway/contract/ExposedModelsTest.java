package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is exposed by configured list, mode and the provider's answer, from end to end. The providers {@code bare-*} have
 * no list, {@code listed-*} have both and mine; once they had old and both; then they answer as they are called.
 */
class ExposedModelsTest {
    private static final List<String> PROVIDERS = Stream.of("models", "empty", "error")
            .flatMap(state -> Stream.of("bare-" + state, "listed-" + state))
            .toList();

    private final ModelServer upstream = new ModelServer();

    @AfterEach
    void close() throws IOException {
        upstream.close();
    }

    private record Row(String provider, String models, int fromUpstream, int configured, int stale) {}

    private static List<Row> rows(String mode) {
        return Stream.concat(
                        Stream.of(
                                new Row("bare-models", "both new", 2, 0, 0),
                                new Row("bare-empty", "both old", 0, 0, 2),
                                new Row("bare-error", "both old", 0, 0, 2)),
                        switch (mode) {
                            case "allowlist" ->
                                Stream.of(
                                        new Row("listed-models", "both mine", 0, 2, 0),
                                        new Row("listed-empty", "both mine", 0, 2, 0),
                                        new Row("listed-error", "both mine", 0, 2, 0));
                            case "merge" ->
                                Stream.of(
                                        new Row("listed-models", "both mine new", 2, 1, 0),
                                        new Row("listed-empty", "both mine old", 0, 2, 1),
                                        new Row("listed-error", "both mine old", 0, 2, 1));
                            default ->
                                Stream.of(
                                        new Row("listed-models", "both new", 2, 0, 0),
                                        new Row("listed-empty", "both mine old", 0, 2, 1),
                                        new Row("listed-error", "both mine old", 0, 2, 1));
                        })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "fallback, file", "fallback, variable",
        "allowlist, file", "allowlist, variable",
        "merge, file", "merge, variable"
    })
    void dependOnListModeAndAnswer(String mode, String place) {
        PROVIDERS.forEach(provider -> upstream.lists(provider, "old", "both"));
        try (RunningGateway gateway = gateway(mode, place.equals("file"))) {
            await().until(() -> VisibleModels.at(gateway).of("bare-error").size() == 2);
            await().until(() -> mode.equals("allowlist")
                    || VisibleModels.at(gateway).of("listed-error").contains("old"));
            for (String kind : List.of("bare", "listed")) {
                upstream.lists(kind + "-models", "new", "both");
                upstream.lists(kind + "-empty");
                upstream.fails(kind + "-error");
            }

            AdminClient.of(gateway).post("/runtime/refresh").send();

            assertThat(rows(mode)).allSatisfy(row -> assertAsIn(row, gateway));
            int asked = upstream.asked("listed-error");
            assertThat(asked).matches(count -> mode.equals("allowlist") == (count == 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"fallback", "allowlist", "merge"})
    void areTheListsWhereNothingWasEverKnown(String mode) {
        PROVIDERS.forEach(upstream::fails);
        try (RunningGateway gateway = gateway(mode, true)) {
            AdminClient.of(gateway).post("/runtime/refresh").send();

            assertThat(VisibleModels.at(gateway).ids())
                    .containsExactly(
                            "listed-empty/both",
                            "listed-empty/mine",
                            "listed-error/both",
                            "listed-error/mine",
                            "listed-models/both",
                            "listed-models/mine");
        }
    }

    private static void assertAsIn(Row row, RunningGateway gateway) {
        assertThat(VisibleModels.at(gateway).of(row.provider()))
                .as(row.provider())
                .containsExactlyInAnyOrder(row.models().split(" "));
        JsonNode models =
                ProviderReport.of(AdminClient.of(gateway), row.provider()).path("models");
        assertThat(List.of(
                        models.path("upstream").asInt(),
                        models.path("configured").asInt(),
                        models.path("stale").asInt()))
                .as("sources of " + row.provider())
                .containsExactly(row.fromUpstream(), row.configured(), row.stale());
    }

    private RunningGateway gateway(String mode, boolean listsInFile) {
        StringBuilder yaml = new StringBuilder("providers:\n");
        for (String provider : PROVIDERS) {
            boolean listed = provider.startsWith("listed");
            yaml.append(upstream.yaml(provider));
            yaml.append(listed && listsInFile ? "    models: [both, mine]\n" : "");
        }
        RunningGateway.Setup setup = RunningGateway.with(yaml.toString())
                .polling()
                .environment("CONFIGURED_PROVIDER_MODELS_MODE", mode)
                .environment("MODEL_REFRESH_INTERVAL", "1h");
        if (!listsInFile) {
            for (String state : List.of("MODELS", "EMPTY", "ERROR")) {
                setup.environment("LISTED_" + state + "_MODELS", " both,,mine , both");
            }
        }
        return setup.start();
    }

    /** With the lists that operators of other gateways have in their scripts. */
    @Test
    void switchBetweenFallbackAndAllowlistByEnvironmentAlone() {
        upstream.lists("openrouter", "openai/gpt-4.1", "anthropic/claude-sonnet-4", "another/model");
        upstream.lists("oracle", "xai.grok-4", "meta.llama-4");
        String openRouter = "openai/gpt-oss-120b,anthropic/claude-sonnet-4";
        String oracle = "openai.gpt-oss-120b,xai.grok-3";

        for (String mode : List.of("fallback", "allowlist", "fallback")) {
            try (RunningGateway gateway = RunningGateway.with("")
                    .polling()
                    .environment("OPENROUTER_API_KEY", "sk-or")
                    .environment("OPENROUTER_BASE_URL", upstream.baseUrl("openrouter"))
                    .environment("OPENROUTER_MODELS", openRouter)
                    .environment("ORACLE_API_KEY", "sk-oracle")
                    .environment("ORACLE_BASE_URL", upstream.baseUrl("oracle"))
                    .environment("ORACLE_MODELS", oracle)
                    .environment("CONFIGURED_PROVIDER_MODELS_MODE", mode)
                    .start()) {
                AdminClient.of(gateway).post("/runtime/refresh").send();

                assertThat(VisibleModels.at(gateway).ids())
                        .hasSize(mode.equals("fallback") ? 5 : 4)
                        .contains(
                                "openrouter/anthropic/claude-sonnet-4",
                                mode.equals("fallback") ? "oracle/meta.llama-4" : "oracle/xai.grok-3");
            }
        }
    }
}

package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class ModelsTest extends AdminContract {
    private static final String DECLARED = """
              described:
                type: vllm
                base_url: "http://127.0.0.1:9"
                models:
                  - id: vectors
                    metadata:
                      display_name: "Small Vectors"
                      context_window: 512
                      modes: [embedding]
                      pricing: { currency: USD, input_per_mtok: 0.02 }
                  - { id: talker, metadata: { modes: [chat] } }
            aliases:
              careful: { target: "described/talker", description: "for long documents" }
              second/gpt-x: { target: "openai-primary/gpt-x" }
              off: { target: "described/talker", enabled: false }
            model_overrides:
              "described/": { user_paths: ["/team"] }
              "careful": { enabled: false }
            """;

    ModelsTest(DatabaseKind kind) {
        super(kind, DECLARED);
    }

    @Test
    void listsEveryModelAndEnabledAlias() {
        List<String> names = names("");

        assertThat(names)
                .containsExactly(
                        "careful",
                        "described/talker",
                        "described/vectors",
                        "openai-primary/a/b",
                        "openai-primary/gpt-x",
                        "openai-primary/my-model",
                        "second/gpt-x",
                        "second/gpt-x",
                        "second/other");
    }

    @Test
    void saysWhatIsKnownOfAModelAndWhoMayUseIt() {
        ObjectNode view = only("?search=small%20VECT").deepCopy();

        assertThat(view.remove("age_seconds").asInt()).isNotNegative();
        assertThat(Instant.parse(view.remove("seen_at").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(view).isEqualTo(Answer.parse("""
                        {"name": "described/vectors", "kind": "model", "provider_name": "described",
                         "provider_type": "vllm", "model": "vectors", "categories": ["embedding"],
                         "source": "configured",
                         "metadata": {"display_name": "Small Vectors", "context_window": 512, "modes": ["embedding"],
                                      "pricing": {"currency": "USD", "input_per_mtok": 0.02}},
                         "price": {"unpriced": false, "currency": "USD", "input_per_mtok": 0.02,
                                   "sources": {"input_per_mtok": "config"}},
                         "access": {"default_enabled": true, "effective_enabled": true,
                                    "decided_by": "described/", "user_paths": ["/team"]}}
                        """));
    }

    @Test
    void saysWhatDecidesAboutAnAlias() {
        JsonNode access = only("?search=long%20documents").path("access");

        assertThat(access.path("effective_enabled").asBoolean()).isFalse();
        assertThat(access.path("decided_by").asText()).isEqualTo("careful");
    }

    @ParameterizedTest
    @CsvSource({
        "?category=embedding, described/vectors",
        "?category=text_generation, careful described/talker",
        "?provider=second, second/gpt-x second/other",
        "?provider=described&search=TALK, careful described/talker",
        "?provider=nobody, ''"
    })
    void areNarrowedDown(String query, String names) {
        assertThat(String.join(" ", names(query))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"?category=poetry", "?colour=red", "?search=a&search=b"})
    void refuseAQueryThatMeansNothing(String query) {
        assertThat(admin.get("/models" + query).send().status()).isEqualTo(400);
    }

    @Test
    void comeInCategories() {
        Answer answer = admin.get("/models/categories").send();

        assertThat(answer.items()
                        .map(item -> item.path("category").asText() + " "
                                + item.path("count").asInt()))
                .containsExactly(
                        "all 9", "text_generation 2", "embedding 1", "image 0", "audio 0", "video 0", "utility 0");
    }

    private List<String> names(String query) {
        return admin.get("/models" + query)
                .send()
                .items()
                .map(item -> item.path("name").asText())
                .toList();
    }

    private JsonNode only(String query) {
        List<JsonNode> items = admin.get("/models" + query).send().items().toList();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** What nobody can call is not shown as if somebody could. */
    @Test
    void showAnAliasAsShutByTheRuleOnItsTarget() {
        String name = storedAlias("shut");
        admin.put(AdminClient.rule("openai-primary/my-model"), "{\"enabled\": false}")
                .send();
        try {
            assertThat(admin.get("/models?search=" + name).send().items())
                    .singleElement()
                    .satisfies(view -> {
                        assertThat(view.path("access").path("effective_enabled").asBoolean(true))
                                .isFalse();
                        assertThat(view.path("access").path("decided_by").asText())
                                .isEqualTo("openai-primary/my-model");
                    });
            assertThat(chat.reaches(name)).isEqualTo("403 model_access_denied");
        } finally {
            admin.delete(AdminClient.rule("openai-primary/my-model")).send();
        }
    }
}

package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class ModelOverridesTest extends AdminContract {
    ModelOverridesTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void areWrittenUnderAnEncodedSelector() {
        Answer answer = admin.put(
                        "/model-overrides/openai-primary%2Fmy-model",
                        "{\"enabled\": true, \"user_paths\": [\"/team/alpha\"]}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        ObjectNode view = answer.json().deepCopy();
        assertThat(view.remove(List.of("updated_at", "warnings"))).isEqualTo(Answer.parse("""
                        {"selector": "openai-primary/my-model", "provider_name": "openai-primary",
                         "model": "my-model", "scope_kind": "provider_model", "enabled": true,
                         "user_paths": ["/team/alpha"], "applies_to": ["provider_model"], "matches": 1,
                         "managed": null, "version": 1, "updated_by": "master"}
                        """));
        assertThat(admin.get("/model-overrides/openai-primary%2Fmy-model")
                        .send()
                        .json())
                .isEqualTo(answer.json());
        assertThat(admin.delete("/model-overrides/openai-primary%2Fmy-model")
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "%2F,                       global,         ,               ,                 5",
        "openai-primary%2F,         provider,       openai-primary, ,                 3",
        "openai-primary%2Fa%2Fb,    provider_model, openai-primary, a/b,              1",
        "second%2Fother,            provider_model, second,         other,            1",
        "gpt-x,                     model,          ,               gpt-x,            2",
        "a%2Fb,                     model,          ,               a/b,              1",
        "nobody%2Fknows,            model,          ,               nobody/knows,     0",
        "second%2Funknown,          provider_model, second,         unknown,          0"
    })
    void sayWhatTheirTextMeans(String encoded, String scope, String provider, String model, int matches) {
        JsonNode view = admin.put("/model-overrides/" + encoded, "{}").send().json();

        assertThat(view.path("scope_kind").asText()).isEqualTo(scope);
        assertThat(view.path("provider_name").textValue()).isEqualTo(provider);
        assertThat(view.path("model").textValue()).isEqualTo(model);
        assertThat(view.path("matches").asInt()).isEqualTo(matches);
        assertThat(!view.path("warnings").isEmpty())
                .as("a rule that matches nothing says so")
                .isEqualTo(matches == 0);
        assertThat(admin.delete("/model-overrides/" + encoded).send().status()).isEqualTo(204);
    }

    @Test
    void meanAnAliasOfTheirText() {
        String name = storedAlias("ruled");

        JsonNode view = admin.put(rule(name), "{}").send().json();

        assertThat(view.path("scope_kind").asText()).isEqualTo("alias");
        assertThat(view.path("applies_to")).isEqualTo(Answer.parse("[\"alias\"]"));
        assertThat(view.path("matches").asInt()).isEqualTo(1);
    }

    @Test
    void keepBothMeaningsOfTheirText() {
        admin.put(alias("other"), "{\"target\": \"my-model\"}").send();

        JsonNode view = admin.put(rule("other"), "{}").send().json();

        assertThat(view.path("applies_to")).isEqualTo(Answer.parse("[\"model\", \"alias\"]"));
        assertThat(view.path("matches").asInt()).isEqualTo(2);
        admin.delete(alias("other")).send();
        assertThat(admin.get(rule("other")).send().json().path("applies_to")).isEqualTo(Answer.parse("[\"model\"]"));
    }

    @Test
    void admitEveryoneWhereNothingIsSaid() {
        JsonNode view = admin.put(rule(freshName("plain")), "{}").send().json();

        assertThat(view.path("enabled").asBoolean()).isTrue();
        assertThat(view.path("user_paths").isNull()).isTrue();
    }

    @Test
    void keepTheirPathsWhileDisabled() {
        JsonNode view = admin.put(rule(freshName("off")), "{\"enabled\": false, \"user_paths\": [\"/team\"]}")
                .send()
                .json();

        assertThat(view.path("enabled").asBoolean()).isFalse();
        assertThat(view.path("user_paths")).isEqualTo(Answer.parse("[\"/team\"]"));
    }

    @Test
    void keepPathsInTheirPlainForm() {
        JsonNode view = admin.put(
                        rule(freshName("paths")), "{\"user_paths\": [\"team//alpha/\", \"/Team\", \"/\", \"/%2e\"]}")
                .send()
                .json();

        assertThat(view.path("user_paths")).isEqualTo(Answer.parse("[\"/team/alpha\", \"/Team\", \"/\", \"/%2e\"]"));
    }

    @Test
    void acceptTheirOwnViewSentBack() {
        String selector = freshName("echo");
        ObjectNode before = admin.put(rule(selector), "{\"user_paths\": [\"/a\", \"/b\"]}")
                .send()
                .json()
                .deepCopy();

        Answer answer = admin.put(rule(selector), before.toString()).send();

        assertThat(answer.status()).isEqualTo(200);
        ObjectNode after = answer.json().deepCopy();
        List<String> ofTheWrite = List.of("version", "updated_at");
        assertThat(after.remove(ofTheWrite)).isEqualTo(before.remove(ofTheWrite));
    }

    @Test
    void areListedBySelector() {
        admin.put(rule(freshName("z")), "{}").send();
        admin.put(rule(freshName("a")), "{}").send();

        assertThat(admin.get("/model-overrides").send().items())
                .extracting(view -> view.path("selector").asText())
                .isSorted();
    }
}

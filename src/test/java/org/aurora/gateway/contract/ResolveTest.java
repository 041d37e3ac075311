package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class ResolveTest extends AdminContract {
    private static final String DECLARED = """
            aliases:
              granted: { target: "inner", access: alias }
              inner: { target: "openai-primary/my-model" }
              either: { strategy: failover, targets: ["openai-primary/gone", "openai-primary/my-model", "second/other"] }
              gone: { target: "openai-primary/gone" }
              unseen: { target: "second/other", hidden: true }
            model_overrides:
              "openai-primary/": { user_paths: ["/team/alpha"] }
              "/": { enabled: true }
              "granted": { user_paths: ["/team"] }
            """;

    ResolveTest(DatabaseKind kind) {
        super(kind, DECLARED);
    }

    private Answer resolve(String body) {
        return admin.post("/resolve").json(body).send();
    }

    private JsonNode resolved(String body) {
        Answer answer = resolve(body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void tellsTheWholeDecisionAboutAModel() {
        JsonNode decision = resolved("{\"model\": \"my-model\", \"user_path\": \"/team/alpha/x\"}");

        assertThat(decision.path("status").asInt()).isEqualTo(200);
        assertThat(decision.path("code").isNull()).isTrue();
        assertThat(decision.path("original_model").asText()).isEqualTo("my-model");
        assertThat(decision.path("target"))
                .isEqualTo(Answer.parse("{\"provider\": \"openai-primary\", \"model\": \"my-model\"}"));
        assertThat(decision.path("decided_by").asText()).isEqualTo("openai-primary/");
        assertThat(decision.path("considered").findValuesAsText("selector")).containsExactly("openai-primary/", "/");
        assertThat(decision.path("listed").asBoolean()).as("a bare id").isFalse();
    }

    @Test
    void tellsWhoWouldBeDeniedAndBecauseOfWhat() {
        JsonNode decision = resolved("{\"model\": \"openai-primary/my-model\", \"user_path\": \"/team/beta\"}");

        assertThat(decision.path("status").asInt()).isEqualTo(403);
        assertThat(decision.path("code").asText()).isEqualTo("model_access_denied");
        assertThat(decision.path("target").isNull()).isTrue();
        assertThat(decision.path("decided_by").asText()).isEqualTo("openai-primary/");
        assertThat(decision.at("/considered/0/reason").asText()).contains("/team/alpha", "/team/beta");
    }

    @Test
    void doesNotAskBelowAnAliasThatGrants() {
        JsonNode decision = resolved("{\"model\": \"granted\", \"user_path\": \"/team/beta\"}");

        assertThat(decision.path("status").asInt()).isEqualTo(200);
        assertThat(decision.path("alias_chain")).isEqualTo(Answer.parse("[\"granted\", \"inner\"]"));
        assertThat(decision.path("decided_by").asText()).isEqualTo("granted");
        assertThat(decision.path("considered")).hasSize(1);
        assertThat(decision.path("listed").asBoolean()).isTrue();
    }

    @Test
    void tellsWhyEachCandidateIsOutOfTheQuestion() {
        JsonNode candidates = resolved("{\"model\": \"either\"}").path("candidates");

        assertThat(candidates.findValuesAsText("struck_out"))
                .containsExactly("not_in_inventory", "access_denied", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "gone, /team/alpha, 503, alias_target_unavailable",
        "gone, /team/beta, 403, model_access_denied",
        "nothing, /team/alpha, 404, model_not_found"
    })
    void tellsWhatACallWouldGet(String model, String path, int status, String code) {
        JsonNode decision = resolved("{\"model\": \"" + model + "\", \"user_path\": \"" + path + "\"}");

        assertThat(decision.path("status").asInt()).isEqualTo(status);
        assertThat(decision.path("code").asText()).isEqualTo(code);
    }

    @Test
    void readsAProviderApartFromItsModel() {
        assertThat(resolved("{\"provider\": \"second\", \"model\": \"gpt-x\"}")
                        .path("original_model")
                        .asText())
                .isEqualTo("second/gpt-x");
    }

    @Test
    void saysOfAHiddenAliasThatItIsNotListed() {
        JsonNode decision = resolved("{\"model\": \"unseen\"}");

        assertThat(decision.path("status").asInt()).isEqualTo(200);
        assertThat(decision.path("listed").asBoolean()).isFalse();
    }

    @Test
    void decidesForTheHolderOfAKey() {
        String id = key("{\"name\": \"a\", \"user_path\": \"/team/alpha\", \"denied_models\": [\"second/*\"]}");

        assertThat(resolved("{\"model\": \"my-model\", \"key_id\": \"" + id + "\"}")
                        .path("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(resolved("{\"model\": \"second/other\", \"key_id\": \"" + id + "\"}")
                        .path("decided_by")
                        .asText())
                .isEqualTo("denied_models");
        assertThat(resolved("{\"model\": \"my-model\", \"user_path\": \"/team\", \"key_id\": \"" + id + "\"}")
                        .path("code")
                        .asText())
                .isEqualTo("user_path_not_allowed");
    }

    @Test
    void saysOfAKeyThatIsGoneThatItIsRefused() {
        String id = key("{\"name\": \"b\"}");
        admin.post("/auth-keys/" + id + "/deactivate").json("{}").send();

        assertThat(resolved("{\"model\": \"second/other\", \"key_id\": \"" + id + "\"}")
                        .path("code")
                        .asText())
                .isEqualTo("invalid_api_key");
        assertThat(resolved("{\"model\": \"second/other\", \"key_id\": \"nobody\"}")
                        .path("status")
                        .asInt())
                .isEqualTo(401);
    }

    @Test
    void seesAChangeAtOnce() {
        String name = storedAlias("resolve");
        admin.put(rule(name), "{\"enabled\": false}").send();

        assertThat(resolved("{\"model\": \"" + name + "\"}").path("decided_by").asText())
                .isEqualTo(name);
        admin.delete(rule(name)).send();
        admin.delete(alias(name)).send();
        assertThat(resolved("{\"model\": \"" + name + "\"}").path("status").asInt())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"model\": \"\"}",
                "{\"model\": [\"m\"]}",
                "{\"model\": \"m\", \"model\": \"n\"}",
                "{\"model\": \"m\", \"key\": \"k\"}",
                "{\"model\": \"m\", \"user_path\": \"/a/../b\"}",
                "{\"model\": \"a\\u0000b\"}",
                "[]",
                ""
            })
    void refusesWhatIsNoQuestion(String body) {
        assertThat(resolve(body).status()).isEqualTo(400);
    }

    @Test
    void isForAdminsOnly() {
        String value = admin.post("/auth-keys")
                .json("{\"name\": \"c\"}")
                .send()
                .json()
                .path("value")
                .asText();

        assertThat(admin.withKey(value)
                        .post("/resolve")
                        .json("{\"model\": \"m\"}")
                        .send()
                        .code())
                .isEqualTo("admin_required");
    }

    private String key(String body) {
        return admin.post("/auth-keys").json(body).send().json().path("id").asText();
    }

    @Test
    void decidesWithAnAliasThatIsOnlySupposed() {
        JsonNode decision = resolved("""
                {"model": "draft", "user_path": "/team/alpha",
                 "suppose": {"aliases": {"draft": {"strategy": "failover",
                                                   "targets": [{"model": "inner"}, {"model": "second/gone"}]}}}}
                """);

        assertThat(decision.path("status").asInt()).isEqualTo(200);
        assertThat(decision.path("alias_chain")).isEqualTo(Answer.parse("[\"draft\", \"inner\"]"));
        assertThat(decision.path("candidates").findValuesAsText("known")).containsExactly("true", "false");
        assertThat(decision.path("warnings").toString()).contains("'second' has no model 'gone'");
        assertThat(admin.get(alias("draft")).send().status()).isEqualTo(404);
    }

    @Test
    void decidesWithARuleThatIsOnlySupposed() {
        String asked = """
                {"model": "openai-primary/my-model", "user_path": "/team/alpha",
                 "suppose": {"model_overrides": {"openai-primary/my-model": {"user_paths": ["/team/beta"]}}}}
                """;

        assertThat(resolved(asked).path("decided_by").asText()).isEqualTo("openai-primary/my-model");
        assertThat(resolved(asked).path("status").asInt()).isEqualTo(403);
        assertThat(resolved("{\"model\": \"openai-primary/my-model\", \"user_path\": \"/team/alpha\"}")
                        .path("status")
                        .asInt())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "draft, draft, 409, cycle",
        "granted, second/other, 409, managed_by_config",
        "draft, openai-primary/, 400, invalid_request"
    })
    void refusesToSupposeWhatCouldNotBeWritten(String name, String target, int status, String code) {
        Answer answer = resolve("""
                {"model": "draft", "suppose": {"aliases": {"%s": "%s"}}}""".formatted(name, target));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
    }
}

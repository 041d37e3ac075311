package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class AliasesTest extends AdminContract {
    AliasesTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void areCreatedByPutWithDefaultsForWhatIsLeftOut() {
        String name = freshName("created");

        Answer answer = admin.put(alias(name), "{\"target\": \"openai-primary/my-model\"}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        ObjectNode view = answer.json().deepCopy();
        assertThat(Instant.parse(view.remove("updated_at").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(view).isEqualTo(Answer.parse("""
                        {"name": "%s",
                         "targets": [{"provider": "openai-primary", "model": "my-model", "weight": 1}],
                         "target_provider": "openai-primary", "target_model": "my-model",
                         "strategy": "weighted", "description": null, "enabled": true, "hidden": false,
                         "access": "both", "response_model": null,
                         "resolved_model": "openai-primary/my-model", "provider_type": "openai",
                         "valid": true, "warnings": [], "managed": null, "version": 1, "updated_by": "master"}
                        """.formatted(name)));
    }

    @Test
    void keepEveryFieldAsWritten() {
        String name = freshName("full");

        JsonNode view = admin.put(alias(name), """
                        {"targets": [{"provider": "second", "model": "other", "weight": 3},
                                     {"model": "openai-primary/a/b"}],
                         "strategy": "failover", "description": "of \\"both\\" — ${HOME}\\n", "enabled": false,
                         "hidden": true, "access": "alias", "response_model": "requested"}
                        """).send().json();

        assertThat(view.path("targets")).isEqualTo(Answer.parse("""
                        [{"provider": "second", "model": "other", "weight": 3},
                         {"provider": "openai-primary", "model": "a/b", "weight": 1}]
                        """));
        assertThat(view.has("target_model")).isFalse();
        assertThat(view.path("strategy").asText()).isEqualTo("failover");
        assertThat(view.path("description").asText()).isEqualTo("of \"both\" — ${HOME}\n");
        assertThat(view.path("enabled").asBoolean()).isFalse();
        assertThat(view.path("hidden").asBoolean()).isTrue();
        assertThat(view.path("access").asText()).isEqualTo("alias");
        assertThat(view.path("response_model").asText()).isEqualTo("requested");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"target\": \"second/other\"}",
                "{\"target_model\": \"other\", \"target_provider\": \"second\"}",
                "{\"target_model\": \"second/other\"}",
                "{\"targets\": [{\"provider\": \"second\", \"model\": \"other\"}]}",
                "{\"targets\": [{\"model\": \"second/other\"}]}"
            })
    void nameTheirTargetInEachSpelling(String body) {
        String name = freshName("spelled");

        JsonNode view = admin.put(alias(name), body).send().json();

        assertThat(view.path("resolved_model").asText()).isEqualTo("second/other");
        assertThat(view.path("target_provider").asText()).isEqualTo("second");
        assertThat(view.path("target_model").asText()).isEqualTo("other");
    }

    @Test
    void areReplacedAsAWhole() {
        String name = freshName("replaced");
        admin.put(alias(name), "{\"target\": \"my-model\", \"description\": \"old\", \"hidden\": true}")
                .send();

        Answer answer = admin.put(alias(name), "{\"target\": \"second/other\"}").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.json().path("description").isNull()).isTrue();
        assertThat(answer.json().path("hidden").asBoolean()).isFalse();
    }

    @Test
    void areShownAloneAndInTheListAsTheWriteAnswered() {
        String name = freshName("shown");
        JsonNode written =
                admin.put(alias(name), "{\"target\": \"gpt-x\"}").send().json();

        Answer alone = admin.get(alias(name)).send();
        List<JsonNode> list = admin.get("/aliases").send().items().toList();

        assertThat(alone.json()).isEqualTo(written);
        assertThat(alone.etag()).isEqualTo("\"1\"");
        assertThat(list).contains(written);
        assertThat(list).extracting(view -> view.path("name").asText()).isSorted();
    }

    @Test
    void acceptTheirOwnViewSentBack() {
        String name = freshName("echo");
        ObjectNode before = admin.put(
                        alias(name), "{\"target\": \"a/b\", \"description\": \"d\", \"access\": \"alias\"}")
                .send()
                .json()
                .deepCopy();

        Answer answer = admin.put(alias(name), before.toString()).send();

        assertThat(answer.status()).isEqualTo(200);
        ObjectNode after = answer.json().deepCopy();
        List<String> ofTheWrite = List.of("version", "updated_at");
        assertThat(after.remove(ofTheWrite)).isEqualTo(before.remove(ofTheWrite));
    }

    @Test
    void acceptTheirOwnViewOfSeveralTargetsSentBack() {
        String name = freshName("echoes");
        JsonNode before = admin.put(
                        alias(name),
                        "{\"targets\": [{\"model\": \"gpt-x\", \"weight\": 0}, {\"model\": \"second/other\"}]}")
                .send()
                .json();

        Answer answer = admin.put(alias(name), before.toString()).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("targets")).isEqualTo(before.path("targets"));
    }

    @Test
    void areUsedByTheNextCall() {
        String name = freshName("used");

        assertThat(chat.reaches(name)).isEqualTo("404 model_not_found");
        admin.put(alias(name), "{\"target\": \"openai-primary/my-model\"}").send();
        assertThat(chat.reaches(name)).isEqualTo("my-model");
        admin.put(alias(name), "{\"target\": \"second/other\"}").send();
        assertThat(chat.reaches(name)).isEqualTo("other");
        admin.delete(alias(name)).send();
        assertThat(chat.reaches(name)).isEqualTo("404 model_not_found");
    }

    @Test
    void doNotExistForCallersWhileDisabled() {
        String name = freshName("off");

        Answer answer = admin.put(alias(name), "{\"target\": \"my-model\", \"enabled\": false}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(chat.reaches(name)).isEqualTo("404 model_not_found");
    }

    @Test
    void mayBeWrittenBeforeTheirTargetExists() {
        String name = freshName("early");

        Answer answer =
                admin.put(alias(name), "{\"target\": \"no-such-model\"}").send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("valid").asBoolean()).isFalse();
        assertThat(answer.json().path("warnings")).isNotEmpty();
        assertThat(answer.json().path("resolved_model").isNull()).isTrue();
        assertThat(chat.reaches(name)).isEqualTo("503 alias_target_unavailable");
    }

    @Test
    void mayPointToOthers() {
        String first = storedAlias("first");
        String second = freshName("second");

        JsonNode view = admin.put(alias(second), "{\"target\": \"" + first + "\"}")
                .send()
                .json();

        assertThat(view.path("target_model").asText()).isEqualTo(first);
        assertThat(view.has("target_provider")).isFalse();
        assertThat(view.path("resolved_model").asText()).isEqualTo("openai-primary/my-model");
        assertThat(chat.reaches(second)).isEqualTo("my-model");
    }

    @Test
    void areRefusedWhereTheyWouldFormACycle() {
        String first = storedAlias("cycle");
        String second = freshName("cycle");
        admin.put(alias(second), "{\"target\": \"" + first + "\"}").send();

        Answer answer =
                admin.put(alias(first), "{\"target\": \"" + second + "\"}").send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("cycle");
        assertThat(admin.get(alias(first)).send().etag()).isEqualTo("\"1\"");
        assertThat(chat.reaches(second)).isEqualTo("my-model");
    }

    @Test
    void areRefusedWhereTheyPointToThemselves() {
        String name = freshName("self");

        Answer answer = admin.put(alias(name), "{\"target\": \"" + name + "\"}").send();

        assertThat(answer.code()).isEqualTo("cycle");
        assertThat(admin.get(alias(name)).send().status()).isEqualTo(404);
    }

    @Test
    void cannotBeDeletedWhileAnotherUsesThem() {
        String used = storedAlias("in-use");
        String user = freshName("user");
        admin.put(alias(user), "{\"target\": \"" + used + "\"}").send();

        Answer refused = admin.delete(alias(used)).send();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("in_use");
        assertThat(refused.message()).contains(user);
        assertThat(chat.reaches(user)).isEqualTo("my-model");
        assertThat(admin.delete(alias(user)).send().status()).isEqualTo(204);
        assertThat(admin.delete(alias(used)).send().status()).isEqualTo(204);
    }

    @Test
    void goOnCountingVersionsAfterADelete() {
        String name = storedAlias("again");

        assertThat(admin.delete(alias(name)).send().status()).isEqualTo(204);
        assertThat(admin.get(alias(name)).send().status()).isEqualTo(404);
        Answer again = admin.put(alias(name), "{\"target\": \"gpt-x\"}").send();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.etag()).isEqualTo("\"3\"");
    }

    @Test
    void thatAreUnknownAreNotFound() {
        String name = freshName("unknown");

        assertThat(admin.get(alias(name)).send().status()).isEqualTo(404);
        assertThat(admin.delete(alias(name)).send().status()).isEqualTo(404);
    }

    @Test
    void hideAModelOfTheirNameAndGiveItBack() {
        admin.put(alias("second/gpt-x"), "{\"target\": \"openai-primary/my-model\"}")
                .send();
        assertThat(chat.reaches("second/gpt-x")).isEqualTo("my-model");

        admin.delete(alias("second/gpt-x")).send();

        assertThat(chat.reaches("second/gpt-x")).isEqualTo("gpt-x");
    }
}

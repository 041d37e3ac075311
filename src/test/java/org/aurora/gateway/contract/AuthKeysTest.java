package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.authKey;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class AuthKeysTest extends AdminContract {
    AuthKeysTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void openTheDataPlaneAndNotTheAdminApi() {
        JsonNode key = made("{\"name\": \"an app\"}");
        String value = key.path("value").asText();

        assertThat(chat.withKey(value).reaches("my-model")).isEqualTo("my-model");
        assertThat(admin.withKey(value).get("/auth-keys").send().code()).isEqualTo("admin_required");
    }

    @Test
    void areMadeWithEverythingThatWasAsked() {
        Answer answer = admin.post("/auth-keys").json("""
                        {"name": "full", "user_path": "team/alpha/", "allowed_models": ["second/*", "my-model"],
                         "denied_models": ["gpt-x"], "expires_at": "2099-12-31T23:59:59+01:00"}
                        """).because("a new app").send();

        JsonNode view = answer.json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.header("location"))
                .contains("/admin/api/v1/auth-keys/" + view.path("id").asText());
        assertThat(view.path("value").asText())
                .startsWith("sk_aurora_" + view.path("id").asText() + "_");
        assertThat(view.path("user_path").asText()).isEqualTo("/team/alpha");
        assertThat(view.path("allowed_models")).extracting(JsonNode::asText).containsExactly("second/*", "my-model");
        assertThat(view.path("denied_models")).extracting(JsonNode::asText).containsExactly("gpt-x");
        assertThat(view.path("expires_at").asText()).isEqualTo("2099-12-31T22:59:59Z");
        assertThat(view.path("state").asText()).isEqualTo("active");
        assertThat(Journal.of(admin).of(view.path("id").asText()))
                .singleElement()
                .satisfies(change -> assertThat(change.path("reason").asText()).isEqualTo("a new app"));
    }

    @Test
    void areShownWithoutTheKeyItself() {
        JsonNode key = made("{\"name\": \"shown\"}");
        ObjectNode expected = key.deepCopy();
        expected.remove("value");

        Answer answer = admin.get(authKey(id(key))).send();

        assertThat(answer.json()).isEqualTo(expected);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(admin.get("/auth-keys").send().items()).contains(expected);
    }

    @Test
    void areEditedAndKeepTheirSecret() {
        JsonNode key = made("{\"name\": \"before\", \"user_path\": \"/team/alpha\"}");

        Answer answer = admin.put(authKey(id(key)), "{\"name\": \"after\", \"denied_models\": [\"x\"]}")
                .ifMatch("\"1\"")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.json().path("name").asText()).isEqualTo("after");
        assertThat(answer.json().path("user_path").isNull()).isTrue();
        assertThat(chat.withKey(value(key)).reaches("my-model")).isEqualTo("my-model");
    }

    @Test
    void takeTheirOwnViewBack() {
        JsonNode key =
                made("{\"name\": \"round\", \"allowed_models\": [\"*\"], \"expires_at\": \"2099-01-01T00:00:00Z\"}");
        JsonNode view = admin.get(authKey(id(key))).send().json();

        JsonNode after = admin.put(authKey(id(key)), view.toString()).send().json();

        assertThat(settings(after)).isEqualTo(settings(view));
    }

    @Test
    void areRefusedAtOnceWhenRevoked() {
        JsonNode key = made("{\"name\": \"revoked\"}");
        Chat holder = chat.withKey(value(key));
        assertThat(holder.reaches("my-model")).isEqualTo("my-model");

        Answer answer =
                admin.post(authKey(id(key)) + "/deactivate").because("lost").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo("revoked");
        assertThat(holder.reaches("my-model")).isEqualTo("401 invalid_api_key");
    }

    @Test
    void stayRevokedWhateverComesAfter() {
        JsonNode key = made("{\"name\": \"once\"}");
        Answer first = admin.post(authKey(id(key)) + "/deactivate").send();

        Answer again = admin.post(authKey(id(key)) + "/deactivate").json("{}").send();
        Answer edited = admin.put(
                        authKey(id(key)), "{\"name\": \"twice\", \"state\": \"active\", \"revoked_at\": null}")
                .send();
        Answer rotated = admin.post(authKey(id(key)) + "/rotate").send();

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(edited.json().path("revoked_at")).isEqualTo(first.json().path("revoked_at"));
        assertThat(rotated.code()).isEqualTo("not_revertible");
        assertThat(chat.withKey(value(key)).reaches("my-model")).isEqualTo("401 invalid_api_key");
    }

    @Test
    void endWithTheirExpiryForGood() {
        Instant soon = Instant.now().plusMillis(1_500);
        JsonNode key = made("{\"name\": \"short\", \"expires_at\": \"" + soon + "\"}");
        Chat holder = chat.withKey(value(key));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> holder.reaches("my-model").equals("401 expired_api_key"));

        assertThat(chat.withKey(wrong(key)).reaches("my-model")).isEqualTo("401 invalid_api_key");
        assertThat(admin.get(authKey(id(key))).send().json().path("state").asText())
                .isEqualTo("expired");
        assertThat(admin.put(authKey(id(key)), "{\"name\": \"short\"}").send().code())
                .isEqualTo("not_revertible");
        assertThat(admin.post(authKey(id(key)) + "/rotate").send().code()).isEqualTo("not_revertible");
    }

    @Test
    void openWithTheOldSecretUntilTheGraceOfARotationEnds() {
        JsonNode key = made("{\"name\": \"rotated\"}");
        Chat old = chat.withKey(value(key));

        Answer answer = admin.post(authKey(id(key)) + "/rotate")
                .json("{\"grace\": \"1s\"}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("value").asText())
                .isNotEqualTo(value(key))
                .startsWith("sk_aurora_" + id(key));
        assertThat(chat.withKey(value(answer.json())).reaches("my-model")).isEqualTo("my-model");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> old.reaches("my-model").equals("401 invalid_api_key"));
        assertThat(chat.withKey(value(answer.json())).reaches("my-model")).isEqualTo("my-model");
        assertThat(admin.get(authKey(id(key))).send().json().path("grace_until").isNull())
                .isTrue();
    }

    @Test
    void openWithBothSecretsForADayUnlessSaidOtherwise() {
        JsonNode key = made("{\"name\": \"a day\"}");

        JsonNode rotated = admin.post(authKey(id(key)) + "/rotate").send().json();

        assertThat(chat.withKey(value(key)).reaches("my-model")).isEqualTo("my-model");
        assertThat(Instant.parse(rotated.path("grace_until").asText()))
                .isEqualTo(Instant.parse(rotated.path("rotated_at").asText()).plus(Duration.ofHours(24)));
    }

    @Test
    void openNothingWhenDeleted() {
        JsonNode key = made("{\"name\": \"deleted\"}");

        Answer answer = admin.delete(authKey(id(key))).ifMatch("\"1\"").send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(admin.get(authKey(id(key))).send().status()).isEqualTo(404);
        assertThat(chat.withKey(value(key)).reaches("my-model")).isEqualTo("401 invalid_api_key");
    }

    @Test
    void cannotBeMadeUnderAnIdOfOnesOwn() {
        assertThat(admin.put(authKey("0123456789ab"), "{\"name\": \"mine\"}")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(admin.post(authKey("0123456789ab") + "/rotate").send().status())
                .isEqualTo(404);
        assertThat(admin.post(authKey("0123456789ab") + "/deactivate").send().status())
                .isEqualTo(404);
        assertThat(admin.delete(authKey("..")).send().status()).isEqualTo(404);
    }

    @Test
    void keepWritersFromOverwritingEachOther() {
        JsonNode key = made("{\"name\": \"contended\"}");
        admin.put(authKey(id(key)), "{\"name\": \"first\"}").send();

        for (AdminCall late : List.of(
                admin.put(authKey(id(key)), "{\"name\": \"second\"}"),
                admin.post(authKey(id(key)) + "/rotate"),
                admin.post(authKey(id(key)) + "/deactivate"),
                admin.delete(authKey(id(key))))) {
            Answer answer = late.ifMatch("\"1\"").send();

            assertThat(answer.status()).as("%s", answer).isEqualTo(412);
            assertThat(answer.etag()).isEqualTo("\"2\"");
            assertThat(answer.json().path("current").path("name").asText()).isEqualTo("first");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"name\": \"n\", \"colour\": 1}",
                "{\"name\": \"n\", \"hash\": \"0\"}",
                "{\"name\": \"n\", \"expires_at\": \"2001-01-01T00:00:00Z\"}",
                "{\"name\": \"n\", \"expires_at\": \"soon\"}",
                "{\"name\": \"n\", \"user_path\": \"/a/../b\"}",
                "{\"name\": \"n\", \"allowed_models\": [\"\"]}"
            })
    void areNotMadeFromAnythingElse(String body) {
        long before = Journal.of(admin).revision();

        assertThat(admin.post("/auth-keys").json(body).send().status()).isEqualTo(400);
        assertThat(Journal.of(admin).revision()).isEqualTo(before);
    }

    @Test
    void areAskedForWithoutAPast() {
        assertThat(admin.get("/auth-keys?at=1").send().status()).isEqualTo(400);
        assertThat(admin.post("/auth-keys?name=x")
                        .json("{\"name\": \"n\"}")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void areNotReverted() {
        JsonNode key = made("{\"name\": \"final\"}");
        admin.post(authKey(id(key)) + "/deactivate").send();
        long revision = Journal.of(admin).revision();

        assertThat(admin.post("/changes/" + revision + "/revert").send().code()).isEqualTo("not_revertible");
        assertThat(admin.post("/changes/" + revision + "/revert")
                        .ifMatch("\"2\"")
                        .send()
                        .code())
                .isEqualTo("not_revertible");
        assertThat(chat.withKey(value(key)).reaches("my-model")).isEqualTo("401 invalid_api_key");
    }

    @Test
    void areNotTouchedByAnImport() {
        JsonNode key = made("{\"name\": \"kept\"}");

        JsonNode result =
                admin.post("/import?mode=replace").yaml("aliases: {}\n").send().json();

        assertThat(result.path("changes").findValuesAsText("kind")).doesNotContain("key");
        assertThat(chat.withKey(value(key)).reaches("my-model")).isEqualTo("my-model");
        assertThat(admin.post("/import?mode=merge")
                        .yaml("auth_keys: {}\n")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private JsonNode made(String body) {
        Answer answer = admin.post("/auth-keys").json(body).send();
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json();
    }

    private static String id(JsonNode key) {
        return key.path("id").asText();
    }

    private static String value(JsonNode key) {
        return key.path("value").asText();
    }

    private static String wrong(JsonNode key) {
        String value = value(key);
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (last == 'x' ? 'y' : 'x');
    }

    private static ObjectNode settings(JsonNode view) {
        ObjectNode settings = view.deepCopy();
        return settings.remove(List.of("version", "updated_at", "updated_by"));
    }
}

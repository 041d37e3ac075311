package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class HostileBodiesTest extends AdminContract {
    private static final int MEBIBYTE = 1024 * 1024;

    @SuppressWarnings("UnusedVariable") // by name
    private static final List<String> NO_JSON_OBJECTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "7",
            "\"text\"",
            "{",
            "{\"enabled\": true",
            "{\"enabled\": true,}",
            "{\"enabled\": true} {\"enabled\": true}",
            "{\"enabled\": true} trailing",
            "{enabled: true}",
            "enabled: true",
            "{'enabled': true}",
            "{\"enabled\": true /* because */}",
            "{\"enabled\": tru}",
            "{\"enabled\": True}",
            "{\"enabled\": 0x1}",
            "&a {\"enabled\": true}",
            "!!map {\"enabled\": true}",
            "--- {\"enabled\": true}",
            "{\"enabled\": true}\n---\n{\"enabled\": true}",
            "[".repeat(100_000),
            "{\"enabled\":".repeat(50_000));

    HostileBodiesTest(DatabaseKind kind) {
        super(kind);
    }

    @ParameterizedTest
    @FieldSource("NO_JSON_OBJECTS")
    void areRefusedWhereTheyAreNoJsonObject(String body) {
        assertRefused(Resource.ALIASES, body);
        assertRefused(Resource.MODEL_OVERRIDES, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"enabled\": true}",
                "{\"target\": null}",
                "{\"target\": 1}",
                "{\"target\": true}",
                "{\"target\": \"\"}",
                "{\"target\": [\"a\"]}",
                "{\"target\": {\"model\": \"a\"}}",
                "{\"target\": \"a\\u0000b\"}",
                "{\"target\": \"a\\nb\"}",
                "{\"target\": \"\\ud800\"}",
                "{\"target\": \"a\", \"target_model\": \"b\"}",
                "{\"target\": \"a\", \"target_model\": \"a\"}",
                "{\"target\": \"a\", \"targets\": [{\"model\": \"b\"}]}",
                "{\"target_model\": \"a\", \"targets\": [{\"model\": \"b\"}]}",
                "{\"target_model\": \"a\", \"targets\": [{\"model\": \"a\"}, {\"model\": \"b\"}]}",
                "{\"target_provider\": \"second\"}",
                "{\"target\": \"a\", \"target_provider\": \"second\"}",
                "{\"target_model\": \"a\", \"target_provider\": \"nobody\"}",
                "{\"target_model\": \"a\", \"target_provider\": 1}",
                "{\"targets\": null}",
                "{\"targets\": \"a\"}",
                "{\"targets\": []}",
                "{\"targets\": [{}]}",
                "{\"targets\": [null]}",
                "{\"targets\": [7]}",
                "{\"targets\": [{\"provider\": \"second\"}]}",
                "{\"targets\": [{\"model\": 1}]}",
                "{\"targets\": [{\"model\": \"a\", \"colour\": \"red\"}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": -1}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": 1.5}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": \"2\"}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": null}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": 1000001}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": 99999999999999999999}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": 0}]}",
                "{\"targets\": [{\"model\": \"a\", \"weight\": 0}, {\"model\": \"b\", \"weight\": 0}]}",
                "{\"target\": \"a\", \"strategy\": \"random\"}",
                "{\"target\": \"a\", \"strategy\": \"WEIGHTED\"}",
                "{\"target\": \"a\", \"strategy\": 1}",
                "{\"target\": \"a\", \"description\": 7}",
                "{\"target\": \"a\", \"description\": [\"d\"]}",
                "{\"target\": \"a\", \"description\": \"\\udc00\"}",
                "{\"target\": \"a\", \"enabled\": \"true\"}",
                "{\"target\": \"a\", \"enabled\": \"yes\"}",
                "{\"target\": \"a\", \"enabled\": 1}",
                "{\"target\": \"a\", \"hidden\": 0}",
                "{\"target\": \"a\", \"hidden\": {}}",
                "{\"target\": \"a\", \"access\": \"none\"}",
                "{\"target\": \"a\", \"access\": true}",
                "{\"target\": \"a\", \"response_model\": \"mine\"}",
                "{\"target\": \"a\", \"response_model\": false}",
                "{\"target\": \"a\", \"colour\": \"red\"}",
                "{\"target\": \"a\", \"Target\": \"b\"}",
                "{\"target\": \"a\", \"\": 1}",
                "{\"target\": \"a\", \"user_paths\": [\"/\"]}",
                "{\"target\": \"a\", \"target\": \"b\"}",
                "{\"target\": \"a\", \"\\u0074arget\": \"b\"}",
                "{\"target\": \"a\", \"version\": 1, \"version\": 2}",
                "{\"targets\": [{\"model\": \"a\", \"model\": \"b\"}]}"
            })
    void areRefusedWhereTheyAreNoAlias(String body) {
        assertRefused(Resource.ALIASES, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"enabled\": \"true\"}",
                "{\"enabled\": 1}",
                "{\"enabled\": []}",
                "{\"user_paths\": []}",
                "{\"user_paths\": \"/team\"}",
                "{\"user_paths\": {\"a\": \"/team\"}}",
                "{\"user_paths\": [1]}",
                "{\"user_paths\": [null]}",
                "{\"user_paths\": [[\"/team\"]]}",
                "{\"user_paths\": [\"\"]}",
                "{\"user_paths\": [\"/team/../beta\"]}",
                "{\"user_paths\": [\"/team/.\"]}",
                "{\"user_paths\": [\"/team:alpha\"]}",
                "{\"user_paths\": [\"/team\\u0000\"]}",
                "{\"user_paths\": [\"/team\\u0085\"]}",
                "{\"user_path\": [\"/team\"]}",
                "{\"target\": \"a\"}",
                "{\"enabled\": true, \"enabled\": false}",
                "{\"user_paths\": [\"/a\"], \"user_paths\": [\"/b\"]}"
            })
    void areRefusedWhereTheyAreNoRule(String body) {
        assertRefused(Resource.MODEL_OVERRIDES, body);
    }

    @Test
    void areRefusedWhereTheirTextsAreTooLong() {
        assertRefused(Resource.ALIASES, "{\"target\": \"" + "x".repeat(500) + "\"}");
        assertRefused(Resource.ALIASES, "{\"target\": \"" + "x".repeat(MEBIBYTE - 100) + "\"}");
        assertRefused(Resource.ALIASES, "{\"" + "x".repeat(MEBIBYTE - 100) + "\": 1}");
        assertRefused(Resource.ALIASES, "{\"targets\": [" + "{\"model\": \"a\"},".repeat(64) + "{\"model\": \"a\"}]}");
        assertRefused(Resource.MODEL_OVERRIDES, "{\"user_paths\": [\"/" + "x".repeat(129) + "\"]}");
        assertRefused(Resource.MODEL_OVERRIDES, "{\"user_paths\": [\"" + "/x".repeat(513) + "\"]}");
        assertRefused(Resource.MODEL_OVERRIDES, "{\"user_paths\": [" + "\"/a\",".repeat(1_000) + "\"/b\"]}");
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedOverOneMebibyte(Resource resource) {
        String name = freshName("huge");

        Answer answer = admin.put(resource.path(name), "{\"x\": \"" + "x".repeat(MEBIBYTE) + "\"}")
                .send();

        assertThat(answer.status()).isEqualTo(413);
        assertNothingStored(resource, name);
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedOverTheLimitOfAllBodies(Resource resource) {
        String name = freshName("enormous");

        Answer answer = admin.call("PUT", resource.path(name))
                .header("content-type", "application/json")
                .bytes(new byte[33 * MEBIBYTE])
                .send();

        assertThat(answer.status()).isEqualTo(413);
        assertNothingStored(resource, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/yaml", "json", "*/*"})
    void areRefusedUnderAnotherType(String type) {
        for (Resource resource : Resource.values()) {
            String name = freshName("typed");

            Answer answer = admin.call("PUT", resource.path(name))
                    .body(resource.body(), type)
                    .send();

            assertThat(answer.status()).isEqualTo(415);
            assertNothingStored(resource, name);
        }
    }

    @Test
    void areRefusedUnderNoTypeAtAll() {
        String name = freshName("untyped");

        Answer answer = admin.call("PUT", Resource.ALIASES.path(name))
                .bytes(Resource.ALIASES.body().getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(415);
        assertNothingStored(Resource.ALIASES, name);
    }

    @Test
    void areReadWhereTheTypeNamesItsEncoding() {
        Answer answer = admin.call("PUT", Resource.ALIASES.path(freshName("charset")))
                .body(Resource.ALIASES.body(), "Application/JSON; charset=utf-8")
                .send();

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void areRefusedWhereTheyAreNotUtf8() {
        String name = freshName("latin");

        Answer answer = admin.call("PUT", Resource.ALIASES.path(name))
                .header("content-type", "application/json")
                .bytes("{\"target\": \"a\", \"description\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertNothingStored(Resource.ALIASES, name);
    }

    private void assertRefused(Resource resource, String body) {
        String name = freshName("refused");
        long before = newestRevision();

        Answer answer = admin.put(resource.path(name), body).send();

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.message()).as("names no host, path or class").doesNotContain("/tmp", "java.", "org.");
        assertNothingStored(resource, name);
        assertThat(newestRevision()).isEqualTo(before);
    }

    private void assertNothingStored(Resource resource, String name) {
        assertThat(admin.get(resource.path(name)).send().status()).isEqualTo(404);
    }

    private long newestRevision() {
        return admin.get("/changes?limit=1")
                .send()
                .items()
                .mapToLong(change -> change.path("revision").asLong())
                .findFirst()
                .orElse(0);
    }
}

package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.rule;
import static org.aurora.gateway.contract.AdminClient.segment;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class HostileNamesTest extends AdminContract {
    @SuppressWarnings("UnusedVariable") // by name
    private static final List<String> STRANGE_BUT_FINE = List.of(
            "team/fast",
            "a//b",
            "a b",
            "a+b",
            "100%",
            "%2F",
            "a%00b",
            "...",
            "../../etc/passwd",
            "..\\..\\windows",
            "C:\\x",
            "file:///etc/passwd",
            "'; DROP TABLE setting_change; --",
            "\" OR \"\"=\"",
            "x' OR '1'='1",
            "%",
            "_",
            ":#name",
            ":?name",
            "${env:HOME}",
            "$simple{exchange}",
            "{{aurora.host}}",
            "{name}",
            "?at=1",
            "#fragment",
            "a?b=c&d=e",
            "a;b",
            "<script>alert(1)</script>",
            "null",
            "true",
            "~",
            "*",
            "ünïcödé",
            "模型",
            "😀",
            "a\u200bb",
            "a\u202eb",
            "\ufefftext",
            "x".repeat(256),
            "😀".repeat(256));

    HostileNamesTest(DatabaseKind kind) {
        super(kind);
    }

    @ParameterizedTest
    @FieldSource("STRANGE_BUT_FINE")
    void areKeptToTheLetter(String name) {
        Answer written = admin.put(alias(name), "{\"target\": \"openai-primary/my-model\"}")
                .send();

        assertThat(written.status()).as("%s", written).isEqualTo(201);
        assertThat(written.json().path("name").asText()).isEqualTo(name);
        assertThat(admin.get(alias(name)).send().json()).isEqualTo(written.json());
        assertThat(admin.get("/aliases").send().items()).contains(written.json());
        assertThat(chat.reaches(name)).isEqualTo("my-model");
        assertThat(admin.get("/changes?kind=alias&name=" + segment(name)).send().items())
                .singleElement()
                .satisfies(change -> assertThat(change.path("name").asText()).isEqualTo(name));
        assertThat(admin.delete(alias(name)).send().status()).isEqualTo(204);
        assertThat(admin.get(alias(name)).send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @FieldSource("STRANGE_BUT_FINE")
    void areKeptToTheLetterAsSelectors(String selector) {
        Answer written = admin.put(rule(selector), "{\"enabled\": true}").send();

        assertThat(written.status()).as("%s", written).isEqualTo(201);
        assertThat(written.json().path("selector").asText()).isEqualTo(selector);
        assertThat(admin.get("/model-overrides").send().items()).contains(written.json());
        assertThat(admin.delete(rule(selector)).send().status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void areNeitherFoldedNorNormalised(Resource resource) {
        for (String name : List.of("Fold", "fold", "FOLD", "caf\u00e9", "cafe\u0301", "\ufb01", "fi")) {
            assertThat(admin.put(resource.path(name), resource.body()).send().status())
                    .as(name)
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areTheSameHoweverTheyAreEncoded(Resource resource) {
        admin.put(resource.path() + "/enc%2Foded", resource.body()).send();

        assertThat(admin.get(resource.path() + "/%65nc%2fode%64").send().status())
                .isEqualTo(200);
        assertThat(admin.get(resource.path() + "/enc%252Foded").send().status()).isEqualTo(404);
    }

    @Test
    void withAPlusMeanAPlus() {
        admin.put("/aliases/c++", "{\"target\": \"gpt-x\"}").send();

        assertThat(admin.get("/aliases/c%2B%2B").send().status()).isEqualTo(200);
        assertThat(admin.get("/aliases/c%20%20").send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "a%00b",
                "a%0Ab",
                "a%0D%0AX-Evil:%201",
                "a%7F",
                "a%C2%85",
                "a%C3%28",
                "a%ED%A0%80",
                "a%FF",
                "a%C0%AF"
            })
    void areRefusedWhereTheyAreNoCleanText(String encoded) {
        for (Resource resource : Resource.values()) {
            assertRefused(resource, encoded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "a%2", "%%41", "%u0041", "a%-1"})
    void areRefusedWhereTheyAreNotPercentEncoded(String encoded) throws IOException {
        for (Resource resource : Resource.values()) {
            String path = resource.path() + "/" + encoded;

            assertThat(RawRequest.status(gateway, "PUT", path, resource.body())).isEqualTo(400);
            assertThat(RawRequest.status(gateway, "GET", path, "")).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2F", "%2Fa", "a%2F", "%20a", "a%20", "a%E3%80%80", "%C2%A0a", "%2F%2F"})
    void areRefusedForAliasesWithASlashOrABlankAtAnEnd(String encoded) {
        assertRefused(Resource.ALIASES, encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void areRefusedWhereABrowserCouldNotAddressThem(String name) {
        for (Resource resource : Resource.values()) {
            assertRefused(resource, segment(name));
        }
        for (String body : List.of("aliases: { '%s': gpt-x }", "model_overrides: { '%s': { enabled: false } }")) {
            Answer imported =
                    admin.post("/import?mode=merge").yaml(body.formatted(name)).send();

            assertThat(imported.status()).isEqualTo(400);
            assertThat(imported.message()).contains("line 1", "is only a dot or two, which browsers take out of a URL");
        }
        Answer written = admin.put(rule(name), "{\"enabled\": false}").send();
        assertThat(written.message()).contains("is only a dot or two, which browsers take out of a URL");
    }

    @Test
    void areRefusedWhereTheyAreTooLong() {
        assertRefused(Resource.ALIASES, "x".repeat(257));
        assertRefused(Resource.MODEL_OVERRIDES, "x".repeat(513));
    }

    @ParameterizedTest
    @EnumSource
    void ofAMegabyteAreRefused(Resource resource) {
        String path = resource.path() + "/" + "x".repeat(1_000_000);

        assertThat(admin.put(path, resource.body()).send().status()).isEqualTo(431);
        assertThat(admin.get(path).send().status()).isEqualTo(431);
        assertThat(admin.delete(path).send().status()).isEqualTo(431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aliases/",
                "/aliases//x",
                "/aliases/x/",
                "/aliases/a/b",
                "/aliases/../aliases",
                "/aliases/%2e%2e/x/",
                "/Aliases",
                "/aliases;x=1",
                "/aliases%2Fx",
                "/model-overrides/openai-primary/my-model",
                "/model-overrides/../../../v1/models",
                "/changes/1/revert/",
                "/changes/1%2Frevert",
                "//aliases",
                "/",
                ""
            })
    void areOneSegmentOfOnePath(String path) {
        assertThat(admin.put(path, "{\"target\": \"my-model\", \"enabled\": true}")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(admin.get(path).send().status()).isEqualTo(404);
    }

    @Test
    void inQueriesNeverBreakTheHistory() {
        for (String encoded : List.of("%00", "a%00", "%27%3B--", "%ED%A0%80", "%FF", "x".repeat(2_000))) {
            for (String kind : List.of("", "&kind=alias", "&kind=rule")) {
                Answer answer = admin.get("/changes?name=" + encoded + kind).send();

                assertThat(answer.status()).as("%s", answer).isIn(200, 400);
            }
        }
    }

    private void assertRefused(Resource resource, String encoded) {
        String path = resource.path() + "/" + encoded;
        int stored = (int) admin.get(resource.path()).send().items().count();

        assertThat(admin.call("PUT", path).json(resource.body()).send().status())
                .isEqualTo(400);
        assertThat(admin.get(path).send().status()).isIn(400, 404);
        assertThat(admin.delete(path).send().status()).isIn(400, 404);
        assertThat(admin.get(resource.path()).send().items()).hasSize(stored);
    }
}

package org.aurora.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model up/secret is for /team/alpha alone. Somebody at /team/beta wants it all the same. */
class GettingAroundARuleTest {
    private static final String YAML = """
                providers:
                  up:
                    type: vllm
                    base_url: "%1$s"
                    models: [secret, "vendor/secret", "caf\u00e9", open]
                  east:
                    type: vllm
                    base_url: "%1$s"
                    models: [other]
                aliases:
                  shadowed: "up/secret"
                  east/open: "up/secret"
                  up/caf\u00e9: { target: "east/other" }
                  chain-1: chain-2
                  chain-2: chain-3
                  chain-3: "up/secret"
                  spare: { strategy: failover, targets: ["east/other", "up/secret"] }
                  shared:
                    strategy: weighted
                    targets:
                      - { model: "east/other", weight: 1 }
                      - { model: "up/secret", weight: 1000000 }
                  granted: { target: "up/secret", access: alias }
                model_overrides:
                  "up/secret": { user_paths: ["/team/alpha"] }
                  "up/vendor/secret": { enabled: false }
                  "up/caf\u00e9": { user_paths: ["/team/alpha"] }
                  "granted": { user_paths: ["/team"] }
                """;

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY =
            RunningGateway.with(YAML.formatted(PROVIDER.upstream().baseUrl())).start();

    private static App insider = App.withoutKey(GATEWAY);
    private static App outsider = App.withoutKey(GATEWAY);

    @BeforeAll
    static void makeKeys() throws Exception {
        insider = App.of(MadeKey.at(GATEWAY, "{\"name\": \"insider\", \"user_path\": \"/team/alpha\"}"));
        outsider = App.of(MadeKey.at(GATEWAY, "{\"name\": \"outsider\", \"user_path\": \"/team/beta\"}"));
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

    @AfterEach
    void theSecretWasNotAsked() {
        assertThat(PROVIDER.requests())
                .extracting(UpstreamExchange::bodyText)
                .noneMatch(body -> body.contains("secret"));
    }

    private static void assertDenied(App.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("model_access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up/secret", "secret", "shadowed", "east/open", "chain-1", "vendor/secret"})
    void isNotDoneByAnotherSpellingAShadowOrAChain(String name) throws IOException {
        assertDenied(outsider.chat(name));
        assertThat(outsider.listed()).doesNotContain(name);
        assertDenied(outsider.get("/v1/models/" + name.replace("/", "%2F")));
    }

    @ParameterizedTest
    @CsvSource({"up,secret", "up,up/secret", "east,open"})
    void isNotDoneByTheProviderField(String provider, String model) throws IOException {
        assertDenied(outsider.post(
                "/v1/chat/completions",
                "{\"provider\":\"" + provider + "\",\"model\":\"" + model + "\",\"messages\":[]}"));
    }

    @Test
    void isNotDoneByAShadowThatLeadsElsewhere() throws IOException {
        assertDenied(outsider.chat("up/caf\u00e9"));
        assertThat(insider.chat("up/caf\u00e9").status()).isEqualTo(200);
    }

    @Test
    void isNotDoneByLettingTheFirstTargetFail() throws IOException {
        PROVIDER.answers(exchange -> exchange.json(503, "{}"));

        assertThat(outsider.chat("spare").status()).isEqualTo(503);
        assertThat(PROVIDER.requests()).hasSize(1);
    }

    @Test
    void isNotDoneByWeights() throws IOException {
        for (int call = 0; call < 20; call++) {
            assertThat(outsider.chat("shared").status()).isEqualTo(200);
        }
        assertThat(PROVIDER.requests()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UP/secret",
                "Up/Secret",
                "up/SECRET",
                "Secret",
                " up/secret",
                "up/secret ",
                "up /secret",
                "up/ secret",
                "up//secret",
                "/up/secret",
                "up/secret/",
                "up/./secret",
                "east/../up/secret",
                "up%2Fsecret",
                "up/secre\u0442",
                "up/\u0455ecret",
                "\uff55\uff50/secret",
                "up/sec\u200bret",
                "up\u2215secret",
                "up/cafe\u0301"
            })
    void isNotDoneByCaseSpacesDotsEncodingOrLookAlikes(String name) throws IOException {
        assertThat(outsider.chat(name).code()).isEqualTo("model_not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/models/up/secret, 403",
        "/v1/models/up%2Fsecret, 403",
        "/v1/models/up%2fsecret, 403",
        "/v1/models/%75p/secret, 403",
        "/v1/models/secret, 403",
        "/v1/models/up%252Fsecret, 404",
        "/v1/models/UP/secret, 404",
        "/v1/models/east/../up/secret, 404",
        "/v1/models/up%2Fsecret%20, 404"
    })
    void isNotDoneByEncodingThePathOfALookUp(String target, int status) throws IOException {
        assertThat(outsider.get(target).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"up/open\",\"model\":\"up/secret\"}",
                "{\"model\":\"up/open\",\"mod\\u0065l\":\"up/secret\"}",
                "{\"model\":\"secret\",\"provider\":\"east\",\"provider\":\"up\"}",
            })
    void isNotDoneByDoubledFields(String body) throws IOException {
        assertThat(outsider.post("/v1/chat/completions", body).code()).isEqualTo("duplicate_field");
    }

    @Test
    void isNotDoneByAModelInsideAnotherField() throws IOException {
        PROVIDER.answersJson("{}");

        App.Answer answer = outsider.post(
                "/v1/chat/completions", "{\"model\":\"up/open\",\"extra\":{\"model\":\"up/hidden\"},\"messages\":[]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(PROVIDER.request().bodyText()).startsWith("{\"model\":\"open\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?X-Aurora-User-Path=/team/alpha",
                "?x-aurora-user-path=%2Fteam%2Falpha",
                "?user_path=/team/alpha",
                "?caller=master&CamelHttpUri=/v1/models&X-Aurora-User-Path=/"
            })
    void isNotDoneByAQueryParameter(String query) throws IOException {
        assertDenied(outsider.post("/v1/chat/completions" + query, "{\"model\":\"up/secret\",\"messages\":[]}"));
        assertDenied(outsider.get("/v1/models/up%2Fsecret" + query));
        assertThat(outsider.get("/v1/models" + query).ids()).doesNotContain("up/secret");
    }

    @Test
    void isNotDoneByFormFields() throws IOException {
        App.Answer answer = outsider.send(
                "POST",
                "/v1/chat/completions",
                "X-Aurora-User-Path=%2Fteam%2Falpha&model=up%2Fsecret",
                "Content-Type: application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void isNotDoneByFieldsOfTheBody() throws IOException {
        assertDenied(outsider.post(
                "/v1/chat/completions",
                "{\"model\":\"up/secret\",\"user_path\":\"/team/alpha\",\"X-Aurora-User-Path\":\"/team/alpha\","
                        + "\"user\":\"/team/alpha\",\"metadata\":{\"user_path\":\"/team/alpha\"}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/team/alpha               | user_path_not_allowed",
                "/                         | user_path_not_allowed",
                "/team/beta, /team/alpha   | user_path_not_allowed",
                "/team/alpha, /team/beta   | user_path_not_allowed",
                "/team/beta/../alpha       | invalid_user_path",
                "/team/beta/./x            | invalid_user_path",
                "/team/beta/%2e%2e/alpha   | model_access_denied",
                "/team/beta//team/alpha    | model_access_denied",
                "/team/betaalpha           | user_path_not_allowed",
                "/TEAM/BETA                | user_path_not_allowed",
                "/team/beta;/team/alpha    | user_path_not_allowed",
                "/team\\alpha              | user_path_not_allowed"
            })
    void isNotDoneByNamingAnotherPlace(String path, String code) throws IOException {
        assertThat(outsider.at(path).chat("up/secret").code()).isEqualTo(code);
        assertThat(outsider.at(path).listed()).doesNotContain("up/secret");
    }

    @Test
    void isNotDoneByNamingTwoPlaces() throws IOException {
        assertThat(outsider.at("/team/beta").at("/team/alpha").chat("up/secret").code())
                .isEqualTo("invalid_user_path");
        assertThat(outsider.at("/team/beta")
                        .sending("x-aurora-USER-path: /team/alpha")
                        .listed())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completions",
                "embeddings",
                "responses",
                "moderations",
                "rerank",
                "images/generations",
                "audio/speech"
            })
    void isNotDoneThroughAnotherOperation(String operation) throws IOException {
        assertDenied(outsider.post("/v1/" + operation, "{\"model\":\"secret\",\"input\":\"x\"}"));
        assertDenied(outsider.post("/v1/" + operation, "{\"model\":\"chain-1\",\"input\":\"x\"}"));
    }

    @Test
    void isNotDoneByAKeyWithoutAPlaceThatNamesOne() throws Exception {
        App nowhere = App.of(MadeKey.at(GATEWAY, "{\"name\": \"nowhere\"}"));

        assertDenied(nowhere.at("/team/alpha").chat("up/secret"));
    }

    @Test
    void isNotDoneByAKeyThatAllowsMoreThanTheRules() throws Exception {
        App greedy = App.of(MadeKey.at(
                GATEWAY, "{\"name\": \"greedy\", \"user_path\": \"/team/beta\", \"allowed_models\": [\"*\"]}"));

        assertDenied(greedy.chat("up/secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up/open", "open", "shadowed", "granted", "chain-1"})
    void aDeniedModelOfAKeyIsDeniedUnderEveryName(String name) throws Exception {
        App narrow = App.of(
                MadeKey.at(
                        GATEWAY,
                        "{\"name\": \"narrow\", \"user_path\": \"/team/alpha\", \"denied_models\": [\"up/secret\", \"open\"]}"));

        assertDenied(narrow.chat(name));
        assertThat(narrow.listed()).doesNotContain(name);
    }

    @Test
    void isNotDoneByAListThatWasMadeBeforeTheRule() throws IOException {
        App master = App.master(GATEWAY);
        assertThat(outsider.listed()).contains("east/other");
        String tag = outsider.get("/v1/models").header("etag").orElseThrow();

        master.put("/admin/api/v1/model-overrides/east%2Fother", "{\"enabled\": false}");

        App.Answer after = outsider.sending("If-None-Match: " + tag).get("/v1/models");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.ids()).doesNotContain("east/other", "spare", "shared");
        master.send("DELETE", "/admin/api/v1/model-overrides/east%2Fother", "");
        assertThat(outsider.get("/v1/models").header("etag")).contains(tag);
    }

    @Test
    void isNotDoneByAListThatWasMadeForSomebodyElse() throws IOException {
        assertThat(insider.listed()).contains("up/secret", "shadowed");
        assertThat(outsider.listed()).doesNotContain("up/secret", "shadowed");
        assertThat(insider.at("/team/alpha/x").listed()).isEqualTo(insider.listed());
    }

    @Test
    void aMissingTargetIsNamedToNobodyElse() throws IOException {
        App master = App.master(GATEWAY);
        master.put("/admin/api/v1/aliases/away", "{\"target\": \"up/vendor/secret-2\", \"access\": \"alias\"}");
        master.put("/admin/api/v1/model-overrides/vendor%2Fsecret-2", "{\"user_paths\": [\"/team/alpha\"]}");

        assertThat(outsider.chat("away").code()).isEqualTo("alias_target_unavailable");
        assertThat(outsider.chat("away").body()).doesNotContain("secret");
        assertThat(insider.chat("away").body()).contains("up/vendor/secret-2");
        assertThat(List.of(
                        master.send("DELETE", "/admin/api/v1/aliases/away", "").status(),
                        master.send("DELETE", "/admin/api/v1/model-overrides/vendor%2Fsecret-2", "")
                                .status()))
                .containsOnly(204);
    }
}

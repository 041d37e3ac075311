package org.aurora.gateway.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What is listed can be looked up and called, and what is not listed cannot, whatever the names are made of. */
class NamesListedTest {
    private static final List<String> ODD = List.of(
            "a/b",
            "a%2Fb",
            "a%252Fb",
            "100%",
            "%",
            "c++",
            "with space",
            "ünï/cödé 模型",
            "😀",
            "what?x=1&y=2",
            "hash#tag",
            "semi;colon",
            "back\\slash",
            "quote\"d'",
            "dots/../up/./here",
            "//twice//",
            "~tilde:colon@1.0,[x]{y}|z^`<>$!*()",
            "UPPER",
            "upper",
            "\u00e9 e\u0301");
    private static final JsonMapper JSON = new JsonMapper();

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY =
            RunningGateway.with(yaml(PROVIDER.upstream().baseUrl())).start();

    private final PlainClient client = PlainClient.of(GATEWAY);

    private static String yaml(String baseUrl) {
        String models = ODD.stream().map(PlainClient::quoted).collect(Collectors.joining(", "));
        String aliases = aliases()
                .map(name -> "  " + PlainClient.quoted(name) + ": " + PlainClient.quoted("up/a/b") + "\n")
                .collect(Collectors.joining());
        return """
                providers:
                  up: { type: vllm, base_url: "%s", models: [%s] }
                  off: { type: openai, models: [m] }
                aliases:
                  broken: up/gone
                  disabled: { target: up/a/b, enabled: false }
                  hidden: { target: up/a/b, hidden: true }
                %s""".formatted(baseUrl, models, aliases);
    }

    private static Stream<String> aliases() {
        return ODD.stream().map(name -> "alias/" + name + "!");
    }

    /** In the order of the list. */
    static final List<String> LISTED = Stream.concat(aliases(), ODD.stream().map(name -> "up/" + name))
            .sorted()
            .toList();

    /** Callable and found, but not listed. */
    static final List<String> BARE = ODD;

    static final List<String> UNKNOWN = List.of("up/gone", "disabled", "off/m", "up", "up/", "a/b/", "A/B", "u%70/a/b");

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @Test
    void listsEveryNameOnceAndSorted() throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode model : JSON.readTree(client.get("/v1/models").body()).path("data")) {
            ids.add(model.path("id").textValue());
        }

        assertThat(ids).isEqualTo(LISTED);
    }

    @ParameterizedTest
    @FieldSource("LISTED")
    void whatIsListedIsFoundAndCallable(String name) throws Exception {
        assertThat(lookedUp(encoded(name))).isEqualTo(name);
        assertThat(called(name)).isEqualTo(200);
    }

    @ParameterizedTest
    @FieldSource("BARE")
    void aBareIdIsFoundAndCallable(String name) throws Exception {
        assertThat(lookedUp(encoded(name))).isEqualTo(name);
        assertThat(called(name)).isEqualTo(200);
    }

    @ParameterizedTest
    @FieldSource("LISTED")
    void slashesMayBeWrittenAsTheyAre(String name) throws Exception {
        String path =
                Arrays.stream(name.split("/", -1)).map(NamesListedTest::encoded).collect(Collectors.joining("/"));

        assertThat(lookedUp(path)).isEqualTo(name);
    }

    @ParameterizedTest
    @FieldSource("UNKNOWN")
    void whatNamesNothingIsNeitherFoundNorCallable(String name) throws Exception {
        assertThat(client.get("/v1/models/" + encoded(name)).statusCode()).isEqualTo(404);
        assertThat(called(name)).isEqualTo(404);
    }

    @Test
    void aBrokenAliasIsLookedUpWithTheErrorOfACall() throws Exception {
        HttpResponse<String> lookUp = client.get("/v1/models/broken");

        assertThat(lookUp.statusCode()).isEqualTo(503);
        assertThat(lookUp.body()).isEqualTo(client.chat("broken").body());
    }

    @Test
    void aHiddenAliasIsCallableButNotFound() throws Exception {
        assertThat(client.get("/v1/models/hidden").statusCode()).isEqualTo(404);
        assertThat(called("hidden")).isEqualTo(200);
    }

    /** The three models a/b, a%2Fb and a%252Fb differ. */
    @ParameterizedTest
    @CsvSource({
        "up/a/b,             up/a/b",
        "up%2Fa%2Fb,         up/a/b",
        "up%2fa/b,           up/a/b",
        "up/a%252Fb,         up/a%2Fb",
        "up%2Fa%25252Fb,     up/a%252Fb",
        "up/c++,             up/c++",
        "up/c%2B%2B,         up/c++",
        "up/with%20space,    up/with space",
        "%75%70/%55PPER,     up/UPPER",
    })
    void decodesAPathOnce(String path, String name) throws Exception {
        assertThat(lookedUp(path)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"up/with+space, 404", "up%252Fa%252Fb, 404", "up/100%25%, 400", "up/%C3, 400", "up/%zz, 400"})
    void refusesAPathThatNamesNothing(String path, int status) throws Exception {
        assertThat(RawGet.status(GATEWAY, "/v1/models/" + path)).isEqualTo(status);
    }

    /** As curl sends what it is given. */
    @Test
    void findsANameWhoseUmlautsAreNotEncoded() throws Exception {
        assertThat(RawGet.status(GATEWAY, "/v1/models/up/ünï/cödé%20模型")).isEqualTo(200);
    }

    @Test
    void saysInPlainAsciiWhichModelAnswered() throws Exception {
        PROVIDER.answersJson("{}");

        HttpResponse<String> answer = client.chat("up/ünï/cödé 模型");

        assertThat(answer.headers().firstValue("x-aurora-model"))
                .contains("%C3%BCn%C3%AF/c%C3%B6d%C3%A9%20%E6%A8%A1%E5%9E%8B");
    }

    private String lookedUp(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.get("/v1/models/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("id").textValue();
    }

    private int called(String name) throws IOException, InterruptedException {
        PROVIDER.answersJson("{}");
        return client.chat(name).statusCode();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }
}

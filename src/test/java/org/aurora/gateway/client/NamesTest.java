package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name leads to, as a caller finds out. The two providers are one server with two base URLs. */
class NamesTest {
    private static final int CALLS = 200;
    /** Three in four of 200 are 150; this is six standard deviations. */
    private static final int TOLERANCE = 37;

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY =
            RunningGateway.with("""
                    providers:
                      first: { type: vllm, base_url: "http://127.0.0.1:%1$d/first", models: [m, a/b, lone, twin, p/q] }
                      second: { type: vllm, base_url: "http://127.0.0.1:%1$d/second", models: [m, other, twin, first/x] }
                      unused: { type: openai, models: [m] }
                    aliases:
                      m: second/other
                      "first/m": second/other
                      "second/m": { target: first/a/b, enabled: false }
                      retired: { target: first/a/b, enabled: false }
                      one: two
                      two: { target: three }
                      three: { target_provider: first, target_model: a/b }
                      broken: first/gone
                      lone: { target: first/gone }
                      to-broken: broken
                      off: unused/m
                      fair:
                        targets:
                          - { model: first/twin, weight: 3 }
                          - { model: second/twin, weight: 1 }
                          - { model: second/other, weight: 0 }
                      steady: { strategy: failover, targets: [first/gone, first/twin, second/twin] }
                    """.formatted(PROVIDER.upstream().port())).start();

    private final PlainClient client = PlainClient.of(GATEWAY);

    @BeforeEach
    void answer() {
        PROVIDER.answersJson("{}");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "m,           second other", // a shadow of a bare name
        "first/m,     second other", // a shadow of a qualified name
        "second/m,    second m", // whose alias is disabled
        "one,         first a/b", // three aliases
        "a/b,         first a/b",
        "first/a/b,   first a/b",
        "twin,        first twin", // at both; the first in order
        "second/twin, second twin",
        "p/q,         first p/q", // p is no provider
        "second/first/x, second first/x",
    })
    void leadsTo(String name, String place) throws Exception {
        HttpResponse<String> answer = client.chat(name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(place(PROVIDER.request())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retired", // a disabled alias does not exist
                "first/other", // never slides on to another provider
                "first/x", // second's id begins with a provider's name
                "nobody/m",
                "nobody",
                "unused/m", // a provider without a key has no models
                "first/",
                "/",
                "M",
                " m",
                "m "
            })
    void namesNothing(String name) throws Exception {
        HttpResponse<String> answer = client.chat(name);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"model_not_found\"");
        assertThat(PROVIDER.requests()).isEmpty();
    }

    /** The alias {@code lone} has the name of a model that exists. */
    @ParameterizedTest
    @ValueSource(strings = {"broken", "lone", "to-broken", "off"})
    void aBrokenAliasFailsAndNeverFallsThrough(String name) throws Exception {
        HttpResponse<String> answer = client.chat(name);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"alias_target_unavailable\"");
        assertThat(answer.headers().firstValue("x-should-retry")).contains("false");
        assertThat(PROVIDER.requests()).isEmpty();
    }

    @Test
    void aBrokenShadowLeavesTheQualifiedNameAlone() throws Exception {
        assertThat(client.chat("first/lone").statusCode()).isEqualTo(200);
    }

    @Test
    void sharesCallsByWeightAndGivesNoneToAWeightOfZero() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            client.chat("fair");
        }

        List<String> places = PROVIDER.requests().stream().map(NamesTest::place).toList();
        assertThat(places).hasSize(CALLS).containsOnly("first twin", "second twin");
        assertThat(Collections.frequency(places, "first twin")).isCloseTo(150, within(TOLERANCE));
    }

    @Test
    void goesOnToTheNextTargetThatExists() throws Exception {
        PROVIDER.answers(OpenAiAnswers.error(503, "overloaded"), exchange -> exchange.json(200, "{}"));

        HttpResponse<String> answer = client.chat("steady");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-aurora-provider")).contains("second");
        assertThat(PROVIDER.requests().stream().map(NamesTest::place)).containsExactly("first twin", "second twin");
    }

    @Test
    void doesNotGoOnWhenTheRequestItselfIsWrong() throws Exception {
        PROVIDER.answers(OpenAiAnswers.error(400, "context_length_exceeded"));

        assertThat(client.chat("steady").statusCode()).isEqualTo(400);
        assertThat(PROVIDER.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'provider':'second','model':'twin'}       | second twin  | {'model':'twin'}",
                "{'model':'a/b','provider':'first'}         | first a/b    | {'model':'a/b'}",
                // aliases included
                "{'provider':'first','model':'m'}           | second other | {'model':'other'}",
                // said twice
                "{'provider':'second','model':'second/twin'} | second twin | {'model':'twin'}",
                // an empty one is none
                "{'provider':'','model':'twin'}             | first twin   | {'model':'twin'}",
                // any other type is the provider's business
                "{'provider':{'order':['x']},'model':'second/twin'} | second twin | {'provider':{'order':['x']},'model':'twin'}",
                "{'provider':null,'model':'twin'}           | first twin   | {'provider':null,'model':'twin'}",
            })
    void readsTheProviderField(String body, String place, String sent) throws Exception {
        HttpResponse<String> answer = client.post(body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(place(PROVIDER.request())).isEqualTo(place);
        assertThat(PROVIDER.request().bodyText()).isEqualTo(sent.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'provider':'nobody','model':'twin'}",
                "{'provider':'second','model':'first/twin'}",
                "{'provider':'first','model':'other'}",
                "{'provider':'Second','model':'twin'}",
                "{'provider':'m','model':'m'}"
            })
    void aProviderFieldThatNamesNothingIsNotFound(String body) throws Exception {
        assertThat(client.post(body.replace('\'', '"')).body()).contains("\"code\":\"model_not_found\"");
        assertThat(PROVIDER.requests()).isEmpty();
    }

    private static String place(UpstreamExchange request) {
        String provider = request.requestLine().split("/", 3)[1];
        String body = request.bodyText();
        int start = body.indexOf("\"model\":\"") + 9;
        return provider + " " + body.substring(start, body.indexOf('"', start));
    }
}

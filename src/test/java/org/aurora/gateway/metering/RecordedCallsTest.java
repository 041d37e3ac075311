package org.aurora.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.Unit;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RecordedUsage;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.UpstreamExchange;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls through a whole gateway leave behind. */
@ExtendWith(NoLeaks.class)
class RecordedCallsTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String USAGE =
            "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":200,\"total_tokens\":1200}";
    private static final String ANSWER = "{\"model\":\"gpt-x-2026\",\"choices\":[]," + USAGE + "}";
    private static final String EVENT =
            "data: {\"model\":\"gpt-x-2026\",\"choices\":[{\"index\":0}],\"usage\":null}\n\n";
    private static final String LAST = "data: {\"choices\":[]," + USAGE + "}\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String YAML = """
            providers:
              up:
                type: openai
                base_url: "%1$s"
                api_key: sk-upstream-secret
                models:
                  - id: gpt-x
                    metadata: { pricing: { input_per_mtok: 2.50, output_per_mtok: 10 } }
                  - id: dear
                  - id: tts
                    metadata: { pricing: { per_character_input: 0.000015 } }
              strict:
                type: mistral
                base_url: "%1$s"
                api_key: sk-strict-secret
                models: [large]
            aliases:
              regular: { target: "up/gpt-x" }
              either: { targets: [{ model: "up/gpt-x" }, { model: "strict/large" }], strategy: failover }
            """;

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static RunningGateway gateway;

    private final String id = RecordedUsage.newRequestId();

    @BeforeAll
    static void start() {
        gateway = RecordedUsage.in(
                        RunningGateway.with(YAML.formatted(PROVIDER.upstream().baseUrl()))
                                .environment("AURORA_ALLOW_ANONYMOUS", "true"))
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        PROVIDER.close();
    }

    private Caller.Answer call(String path, String json) throws Exception {
        try (Caller caller = Caller.of(gateway)) {
            caller.post(path, json, "x-request-id: " + id);
            return caller.answer();
        }
    }

    private Caller.Answer chat(String model) throws Exception {
        return call(CHAT, "{\"model\":\"" + model + "\",\"messages\":[]}");
    }

    private static String streamed(String model) {
        return "{\"model\":\"" + model + "\",\"messages\":[],\"stream\":true}";
    }

    private static void events(UpstreamExchange exchange, String... events) throws Exception {
        exchange.beginEvents();
        for (String event : events) {
            exchange.chunk(event);
        }
    }

    private UsageEvent recorded() {
        return RecordedUsage.of(id);
    }

    @Test
    void recordsAWholeAnswer() throws Exception {
        PROVIDER.answersJson(ANSWER);
        Instant before = Instant.now().minusMillis(1);

        Caller.Answer answer = chat("regular");

        UsageEvent event = recorded();
        assertThat(event.at()).isBetween(before, Instant.now());
        assertThat(event.id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(event.caller().key()).isEqualTo("master");
        assertThat(event.models().original()).contains("regular");
        assertThat(event.models().aliasChain()).containsExactly("regular");
        assertThat(event.models().request()).contains(new ProviderModel("up", "gpt-x"));
        assertThat(event.models().response()).contains("gpt-x-2026");
        assertThat(event.outcome().operation()).isEqualTo("chat/completions");
        assertThat(event.outcome().stream()).isFalse();
        assertThat(event.outcome().status()).isEqualTo(200);
        assertThat(event.outcome().errorCode()).isEmpty();
        assertThat(event.outcome().partial()).isFalse();
        assertThat(event.outcome().timeToFirstByte()).isPresent();
        assertThat(event.outcome().duration())
                .isGreaterThanOrEqualTo(event.outcome().timeToFirstByte().orElseThrow());
        assertThat(event.counts()).isEqualTo(TokenCounts.of(1000, 200));
        assertThat(event.cost())
                .isEqualTo(new Cost.Priced(new BigDecimal("0.0025"), new BigDecimal("0.002"), PriceSource.CONFIG));
        assertThat(answer.header("x-aurora-cost")).contains("0.0045 USD");
    }

    @Test
    void asksForUsageInAStreamAndKeepsTheChunkFromACallerWhoDidNotAsk() throws Exception {
        PROVIDER.answers(exchange -> {
            events(exchange, EVENT, LAST, DONE);
            exchange.endChunks();
        });

        Caller.Answer answer = call(CHAT, streamed("regular"));

        assertThat(PROVIDER.request().bodyText())
                .isEqualTo("{\"model\":\"gpt-x\",\"stream_options\":{\"include_usage\":true},\"messages\":[],"
                        + "\"stream\":true}");
        assertThat(answer.text()).isEqualTo(EVENT + DONE);
        UsageEvent event = recorded();
        assertThat(event.outcome().stream()).isTrue();
        assertThat(event.outcome().partial()).isFalse();
        assertThat(event.counts()).isEqualTo(TokenCounts.of(1000, 200));
        assertThat(event.models().response()).contains("gpt-x-2026");
        assertThat(event.cost().totalCost()).contains(new BigDecimal("0.0045"));
        assertThat(answer.header("x-aurora-cost")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(value = {"true", "false", "null", "1"})
    void leavesAloneWhatTheCallerSaidAboutUsage(String said) throws Exception {
        PROVIDER.answers(exchange -> {
            events(exchange, EVENT, LAST, DONE);
            exchange.endChunks();
        });
        String options = ",\"stream_options\":{\"include_usage\":" + said + "}}";

        Caller.Answer answer = call(CHAT, streamed("up/gpt-x").replace("}", options));

        assertThat(PROVIDER.request().bodyText()).endsWith(options);
        assertThat(answer.text()).isEqualTo(EVENT + LAST + DONE);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(1000, 200));
    }

    @Test
    void doesNotAskAProviderThatRefusesToBeAsked() throws Exception {
        PROVIDER.answers(exchange -> {
            events(exchange, EVENT, LAST, DONE);
            exchange.endChunks();
        });

        Caller.Answer answer = call(CHAT, streamed("strict/large"));

        assertThat(PROVIDER.request().bodyText()).isEqualTo(streamed("large"));
        assertThat(answer.text()).isEqualTo(EVENT + LAST + DONE);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(1000, 200));
    }

    @Test
    void decidesAnewWhetherToAskWhenAnotherProviderIsTried() throws Exception {
        PROVIDER.answers(exchange -> exchange.json(503, "{}"), exchange -> {
            events(exchange, EVENT, LAST, DONE);
            exchange.endChunks();
        });

        Caller.Answer answer = call(CHAT, streamed("either"));

        assertThat(PROVIDER.requests()).hasSize(2);
        assertThat(PROVIDER.requests().get(0).bodyText()).contains("include_usage");
        assertThat(PROVIDER.requests().get(1).bodyText()).isEqualTo(streamed("large"));
        assertThat(answer.text()).isEqualTo(EVENT + LAST + DONE);
        UsageEvent event = recorded();
        assertThat(event.models().request()).contains(new ProviderModel("strict", "large"));
        assertThat(event.cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_PRICE));
    }

    @Test
    void neverChangesAnAnswerThatIsEncoded() throws Exception {
        PROVIDER.answers(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: x-odd\r\n"
                    + "transfer-encoding: chunked\r\n\r\n");
            exchange.chunk(EVENT + LAST);
            exchange.endChunks();
        });

        assertThat(call(CHAT, streamed("regular")).text()).isEqualTo(EVENT + LAST);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.UNKNOWN);
        assertThat(recorded().cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void marksAStreamThatTheProviderBreaksOffAsPartial() throws Exception {
        PROVIDER.answers(exchange -> {
            events(exchange, EVENT);
            exchange.reset();
        });

        call(CHAT, streamed("regular"));

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(200);
        assertThat(event.outcome().partial()).isTrue();
        assertThat(event.outcome().errorCode()).contains("invalid_upstream_response");
        assertThat(event.cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void recordsACallerWhoLeavesInTheMiddleOfAStream() throws Exception {
        PROVIDER.answers(exchange -> {
            events(exchange, EVENT);
            exchange.awaitClose();
        });
        try (Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, streamed("regular"), "x-request-id: " + id);
            caller.head();
            caller.chunk();
            caller.leave();
        }

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(499);
        assertThat(event.outcome().partial()).isTrue();
        assertThat(event.models().response()).contains("gpt-x-2026");
    }

    @Test
    void recordsACallerWhoLeavesBeforeTheAnswer() throws Exception {
        PROVIDER.answers(UpstreamExchange::awaitClose);
        try (Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, streamed("regular"), "x-request-id: " + id);
            await().until(() -> !PROVIDER.requests().isEmpty());
            caller.leave();
        }

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(499);
        assertThat(event.outcome().partial()).isFalse();
        assertThat(event.outcome().timeToFirstByte()).isEmpty();
        assertThat(event.models().request()).contains(new ProviderModel("up", "gpt-x"));
        assertThat(event.cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "429", "500"})
    void chargesNothingForWhatTheProviderRefuses(int status) throws Exception {
        PROVIDER.answers(exchange -> exchange.json(status, "{\"error\":{\"code\":\"theirs\"}}"));

        Caller.Answer answer = chat("up/gpt-x");

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(status);
        assertThat(event.outcome().errorCode()).isEmpty();
        assertThat(event.cost()).isEqualTo(new Cost.Uncharged());
        assertThat(answer.header("x-aurora-cost")).isEmpty();
    }

    @Test
    void doesNotKnowWhatAnAnswerCostThatIsNone() throws Exception {
        PROVIDER.answers(exchange -> exchange.document(200, "application/json", "{\"choices\":["));

        assertThat(chat("up/gpt-x").status()).isEqualTo(502);
        assertThat(recorded().outcome().errorCode()).contains("invalid_upstream_response");
        assertThat(recorded().cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void chargesNothingForAKeyThatTheProviderRefuses() throws Exception {
        PROVIDER.answers(exchange -> exchange.json(401, "{}"));

        assertThat(chat("up/gpt-x").status()).isEqualTo(502);
        assertThat(recorded().outcome().errorCode()).contains("provider_auth_failed");
        assertThat(recorded().cost()).isEqualTo(new Cost.Uncharged());
    }

    @Test
    void recordsAModelThatNobodyHas() throws Exception {
        chat("nobody/has");

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(404);
        assertThat(event.outcome().errorCode()).contains("model_not_found");
        assertThat(event.models().original()).contains("nobody/has");
        assertThat(event.models().request()).isEmpty();
        assertThat(event.cost()).isEqualTo(new Cost.Uncharged());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"model\":1}|invalid_model", "{}|missing_model", "nonsense|invalid_json"})
    void recordsARequestThatNamesNoModel(String body, String code) throws Exception {
        call(CHAT, body);

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(400);
        assertThat(event.outcome().errorCode()).contains(code);
        assertThat(event.models().original()).isEmpty();
        assertThat(event.cost()).isEqualTo(new Cost.Uncharged());
    }

    @Test
    void recordsARequestThatIsRefusedBeforeItsBodyIsRead() throws Exception {
        try (Caller caller = Caller.of(gateway)) {
            caller.raw("POST /v1/embeddings HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer "
                    + RunningGateway.MASTER_KEY + "\r\ncontent-type: application/json\r\nx-request-id: " + id
                    + "\r\ncontent-length: 99999999\r\n\r\n");

            assertThat(caller.answer().status()).isEqualTo(413);
        }
        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(413);
        assertThat(event.outcome().operation()).isEqualTo("embeddings");
        assertThat(event.outcome().errorCode()).contains("request_too_large");
        assertThat(event.caller().key()).isEqualTo("master");
    }

    @Test
    void recordsWhoHasNoKey() throws Exception {
        PROVIDER.answersJson(ANSWER);
        String body = "{\"model\":\"up/gpt-x\"}";
        try (Caller caller = Caller.of(gateway)) {
            caller.raw(
                    "POST /v1/completions HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\nx-request-id: "
                            + id + "\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);

            assertThat(caller.answer().status()).isEqualTo(200);
        }
        assertThat(recorded().caller().key()).isEqualTo("anonymous");
        assertThat(recorded().outcome().operation()).isEqualTo("completions");
    }

    @Test
    void recordsNothingOfWhoIsNotLetIn() throws Exception {
        PROVIDER.answersJson(ANSWER);
        String body = "{\"model\":\"up/gpt-x\"}";
        try (Caller caller = Caller.of(gateway)) {
            caller.raw("POST /v1/completions HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer wrong\r\n"
                    + "content-type: application/json\r\nx-request-id: " + id + "\r\ncontent-length: "
                    + body.length() + "\r\n\r\n" + body);
            assertThat(caller.answer().status()).isEqualTo(401);
            caller.post("/v1/completions", body, "x-request-id: " + id + "-after");
            caller.answer();
        }

        RecordedUsage.of(id + "-after");
        assertThat(RecordedUsage.all(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "completions|{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}|3|4",
                "embeddings|{\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}|8|0",
                "responses|{\"usage\":{\"input_tokens\":5,\"output_tokens\":6,\"total_tokens\":11}}|5|6",
                "rerank|{\"usage\":{\"total_tokens\":17}}|17|0",
                "rerank|{\"meta\":{\"billed_units\":{\"input_tokens\":21}}}|21|0",
                "moderations|{\"usage\":{\"prompt_tokens\":2,\"total_tokens\":2}}|2|0",
            })
    void countsTheTokensOfEachOperation(String operation, String answer, long input, long output) throws Exception {
        PROVIDER.answersJson(answer);

        call("/v1/" + operation, "{\"model\":\"dear\",\"input\":\"x\"}");

        assertThat(recorded().outcome().operation()).isEqualTo(operation);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(input, output));
    }

    @Test
    void countsPictures() throws Exception {
        PROVIDER.answersJson("{\"created\":1,\"data\":[{\"b64_json\":\"[,]\"},{\"url\":\"x\"},{}]}");

        call("/v1/images/generations", "{\"model\":\"dear\",\"n\":3}");

        assertThat(recorded().counts().units()).containsEntry(Unit.IMAGES, BigDecimal.valueOf(3));
    }

    @Test
    void countsTheCharactersOfSpeech() throws Exception {
        PROVIDER.answers(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\ntransfer-encoding: chunked\r\n\r\n");
            exchange.chunk(new byte[] {1, 2, 3});
            exchange.endChunks();
        });

        call("/v1/audio/speech", "{\"model\":\"up/tts\",\"input\":\"Grüß \\uD83D\\uDE00\\n😀\",\"voice\":\"x\"}");

        assertThat(recorded().counts().units()).containsEntry(Unit.INPUT_CHARACTERS, BigDecimal.valueOf(8));
        assertThat(recorded().cost().totalCost()).contains(new BigDecimal("0.00012"));
    }

    @Test
    void countsAnAnswerTooLargeToBeHeld() throws Exception {
        String vectors = "\"data\":[" + "[0.125,-1],".repeat(200_000) + "{\"usage\":{\"prompt_tokens\":1}}],";
        PROVIDER.answersJson("{" + vectors + "\"model\":\"m\",\"usage\":{\"prompt_tokens\":77,\"total_tokens\":77}}");

        Caller.Answer answer = call("/v1/embeddings", "{\"model\":\"dear\",\"input\":\"x\"}");

        assertThat(answer.header("content-length")).isEmpty();
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(77, 0));
        assertThat(recorded().models().response()).contains("m");
    }

    @Test
    void takesTheProvidersWordWhereNoPriceIsKnown() throws Exception {
        PROVIDER.answersJson(
                "{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"cost\":0.00000000000000000125}}");

        Caller.Answer answer = chat("dear");

        UsageEvent event = recorded();
        assertThat(event.cost()).isEqualTo(new Cost.Stated(new BigDecimal("0.000000000000000001")));
        assertThat(event.upstreamCost()).contains(new BigDecimal("0.000000000000000001"));
        assertThat(answer.header("x-aurora-cost")).contains("0.000000000000000001 USD");
    }

    @Test
    void saysNothingOfACostThatIsNotKnown() throws Exception {
        PROVIDER.answersJson(ANSWER);

        assertThat(chat("dear").header("x-aurora-cost")).isEmpty();
        assertThat(recorded().cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_PRICE));
        assertThat(recorded().counts().input()).isEqualTo(OptionalLong.of(1000));
    }

    @Test
    void givesEachCallAnIdOfItsOwnWhateverTheCallerSends() throws Exception {
        PROVIDER.answersJson(ANSWER);
        chat("dear");
        chat("dear");

        await().until(() -> RecordedUsage.all(id).size() == 2);
        List<String> ids = RecordedUsage.all(id).stream().map(UsageEvent::id).toList();
        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(Optional.of(id)).isNotIn(ids);
    }
}

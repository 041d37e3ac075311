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
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RecordedUsage;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.UpstreamExchange;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls through a whole gateway leave behind. */
@ExtendWith(NoLeaks.class)
class RecordedCallsTest {
    private static final Metered METERED = Metered.start();

    private final String id = RecordedUsage.newRequestId();

    @AfterAll
    static void stop() {
        METERED.close();
    }

    private UsageEvent recorded() {
        return RecordedUsage.of(id);
    }

    @Test
    void recordsAWholeAnswer() throws Exception {
        METERED.provider().answersJson(Metered.ANSWER);
        Instant before = Instant.now().minusMillis(1);

        Caller.Answer answer = METERED.chat(id, "regular");

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
    void recordsACallerWhoLeavesBeforeTheAnswer() throws Exception {
        METERED.provider().answers(UpstreamExchange::awaitClose);
        try (Caller caller = METERED.caller()) {
            caller.post(Metered.CHAT, Metered.streamed("regular"), "x-request-id: " + id);
            await().until(() -> !METERED.provider().requests().isEmpty());
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
        METERED.provider().answers(exchange -> exchange.json(status, "{\"error\":{\"code\":\"theirs\"}}"));

        Caller.Answer answer = METERED.chat(id, "up/gpt-x");

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(status);
        assertThat(event.outcome().errorCode()).isEmpty();
        assertThat(event.cost()).isEqualTo(new Cost.Uncharged());
        assertThat(answer.header("x-aurora-cost")).isEmpty();
    }

    @Test
    void doesNotKnowWhatAnAnswerCostThatIsNone() throws Exception {
        METERED.provider().answers(exchange -> exchange.document(200, "application/json", "{\"choices\":["));

        assertThat(METERED.chat(id, "up/gpt-x").status()).isEqualTo(502);
        assertThat(recorded().outcome().errorCode()).contains("invalid_upstream_response");
        assertThat(recorded().cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void chargesNothingForAKeyThatTheProviderRefuses() throws Exception {
        METERED.provider().answers(exchange -> exchange.json(401, "{}"));

        assertThat(METERED.chat(id, "up/gpt-x").status()).isEqualTo(502);
        assertThat(recorded().outcome().errorCode()).contains("provider_auth_failed");
        assertThat(recorded().cost()).isEqualTo(new Cost.Uncharged());
    }

    @Test
    void recordsAModelThatNobodyHas() throws Exception {
        METERED.chat(id, "nobody/has");

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
        METERED.call(id, Metered.CHAT, body);

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(400);
        assertThat(event.outcome().errorCode()).contains(code);
        assertThat(event.models().original()).isEmpty();
        assertThat(event.cost()).isEqualTo(new Cost.Uncharged());
    }

    @Test
    void recordsARequestThatIsRefusedBeforeItsBodyIsRead() throws Exception {
        try (Caller caller = METERED.caller()) {
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
        METERED.provider().answersJson(Metered.ANSWER);
        String body = "{\"model\":\"up/gpt-x\"}";
        try (Caller caller = METERED.caller()) {
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
        METERED.provider().answersJson(Metered.ANSWER);
        String body = "{\"model\":\"up/gpt-x\"}";
        try (Caller caller = METERED.caller()) {
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

    @Test
    void takesTheProvidersWordWhereNoPriceIsKnown() throws Exception {
        METERED.provider()
                .answersJson(
                        "{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"cost\":0.00000000000000000125}}");

        Caller.Answer answer = METERED.chat(id, "dear");

        UsageEvent event = recorded();
        assertThat(event.cost()).isEqualTo(new Cost.Stated(new BigDecimal("0.000000000000000001")));
        assertThat(event.upstreamCost()).contains(new BigDecimal("0.000000000000000001"));
        assertThat(answer.header("x-aurora-cost")).contains("0.000000000000000001 USD");
    }

    @Test
    void saysNothingOfACostThatIsNotKnown() throws Exception {
        METERED.provider().answersJson(Metered.ANSWER);

        assertThat(METERED.chat(id, "dear").header("x-aurora-cost")).isEmpty();
        assertThat(recorded().cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_PRICE));
        assertThat(recorded().counts().input()).isEqualTo(OptionalLong.of(1000));
    }

    @Test
    void givesEachCallAnIdOfItsOwnWhateverTheCallerSends() throws Exception {
        METERED.provider().answersJson(Metered.ANSWER);
        METERED.chat(id, "dear");
        METERED.chat(id, "dear");

        await().until(() -> RecordedUsage.all(id).size() == 2);
        List<String> ids = RecordedUsage.all(id).stream().map(UsageEvent::id).toList();
        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(Optional.of(id)).isNotIn(ids);
    }
}

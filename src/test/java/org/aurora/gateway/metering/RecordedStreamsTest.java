package org.aurora.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RecordedUsage;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What streams leave behind, and what callers see of that. */
@ExtendWith(NoLeaks.class)
class RecordedStreamsTest {
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
    void asksForUsageInAStreamAndKeepsTheChunkFromACallerWhoDidNotAsk() throws Exception {
        METERED.provider().answers(exchange -> {
            Metered.events(exchange, Metered.EVENT, Metered.LAST, Metered.DONE);
            exchange.endChunks();
        });

        Caller.Answer answer = METERED.call(id, Metered.CHAT, Metered.streamed("regular"));

        assertThat(METERED.provider().request().bodyText())
                .isEqualTo("{\"model\":\"gpt-x\",\"stream_options\":{\"include_usage\":true},\"messages\":[],"
                        + "\"stream\":true}");
        assertThat(answer.text()).isEqualTo(Metered.EVENT + Metered.DONE);
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
        METERED.provider().answers(exchange -> {
            Metered.events(exchange, Metered.EVENT, Metered.LAST, Metered.DONE);
            exchange.endChunks();
        });
        String options = ",\"stream_options\":{\"include_usage\":" + said + "}}";

        Caller.Answer answer =
                METERED.call(id, Metered.CHAT, Metered.streamed("up/gpt-x").replace("}", options));

        assertThat(METERED.provider().request().bodyText()).endsWith(options);
        assertThat(answer.text()).isEqualTo(Metered.EVENT + Metered.LAST + Metered.DONE);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(1000, 200));
    }

    @Test
    void doesNotAskAProviderThatRefusesToBeAsked() throws Exception {
        METERED.provider().answers(exchange -> {
            Metered.events(exchange, Metered.EVENT, Metered.LAST, Metered.DONE);
            exchange.endChunks();
        });

        Caller.Answer answer = METERED.call(id, Metered.CHAT, Metered.streamed("strict/large"));

        assertThat(METERED.provider().request().bodyText()).isEqualTo(Metered.streamed("large"));
        assertThat(answer.text()).isEqualTo(Metered.EVENT + Metered.LAST + Metered.DONE);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(1000, 200));
    }

    @Test
    void decidesAnewWhetherToAskWhenAnotherProviderIsTried() throws Exception {
        METERED.provider().answers(exchange -> exchange.json(503, "{}"), exchange -> {
            Metered.events(exchange, Metered.EVENT, Metered.LAST, Metered.DONE);
            exchange.endChunks();
        });

        Caller.Answer answer = METERED.call(id, Metered.CHAT, Metered.streamed("either"));

        assertThat(METERED.provider().requests()).hasSize(2);
        assertThat(METERED.provider().requests().get(0).bodyText()).contains("include_usage");
        assertThat(METERED.provider().requests().get(1).bodyText()).isEqualTo(Metered.streamed("large"));
        assertThat(answer.text()).isEqualTo(Metered.EVENT + Metered.LAST + Metered.DONE);
        UsageEvent event = recorded();
        assertThat(event.models().request()).contains(new ProviderModel("strict", "large"));
        assertThat(event.cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_PRICE));
    }

    @Test
    void neverChangesAnAnswerThatIsEncoded() throws Exception {
        METERED.provider().answers(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: x-odd\r\n"
                    + "transfer-encoding: chunked\r\n\r\n");
            exchange.chunk(Metered.EVENT + Metered.LAST);
            exchange.endChunks();
        });

        assertThat(METERED.call(id, Metered.CHAT, Metered.streamed("regular")).text())
                .isEqualTo(Metered.EVENT + Metered.LAST);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.UNKNOWN);
        assertThat(recorded().cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void marksAStreamThatTheProviderBreaksOffAsPartial() throws Exception {
        METERED.provider().answers(exchange -> {
            Metered.events(exchange, Metered.EVENT);
            exchange.reset();
        });

        METERED.call(id, Metered.CHAT, Metered.streamed("regular"));

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(200);
        assertThat(event.outcome().partial()).isTrue();
        assertThat(event.outcome().errorCode()).contains("invalid_upstream_response");
        assertThat(event.cost()).isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
    }

    @Test
    void recordsACallerWhoLeavesInTheMiddleOfAStream() throws Exception {
        METERED.provider().answers(exchange -> {
            Metered.events(exchange, Metered.EVENT);
            exchange.awaitClose();
        });
        try (Caller caller = METERED.caller()) {
            caller.post(Metered.CHAT, Metered.streamed("regular"), "x-request-id: " + id);
            caller.head();
            caller.chunk();
            caller.leave();
        }

        UsageEvent event = recorded();
        assertThat(event.outcome().status()).isEqualTo(499);
        assertThat(event.outcome().partial()).isTrue();
        assertThat(event.models().response()).contains("gpt-x-2026");
    }
}

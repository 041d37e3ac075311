package org.aurora.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.Unit;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RecordedUsage;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted of each operation. */
@ExtendWith(NoLeaks.class)
class RecordedOperationsTest {
    private static final Metered METERED = Metered.start();

    private final String id = RecordedUsage.newRequestId();

    @AfterAll
    static void stop() {
        METERED.close();
    }

    private UsageEvent recorded() {
        return RecordedUsage.of(id);
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
        METERED.provider().answersJson(answer);

        METERED.call(id, "/v1/" + operation, "{\"model\":\"dear\",\"input\":\"x\"}");

        assertThat(recorded().outcome().operation()).isEqualTo(operation);
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(input, output));
    }

    @Test
    void countsPictures() throws Exception {
        METERED.provider().answersJson("{\"created\":1,\"data\":[{\"b64_json\":\"[,]\"},{\"url\":\"x\"},{}]}");

        METERED.call(id, "/v1/images/generations", "{\"model\":\"dear\",\"n\":3}");

        assertThat(recorded().counts().units()).containsEntry(Unit.IMAGES, BigDecimal.valueOf(3));
    }

    @Test
    void countsTheCharactersOfSpeech() throws Exception {
        METERED.provider().answers(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\ntransfer-encoding: chunked\r\n\r\n");
            exchange.chunk(new byte[] {1, 2, 3});
            exchange.endChunks();
        });

        METERED.call(
                id,
                "/v1/audio/speech",
                "{\"model\":\"up/tts\",\"input\":\"Grüß \\uD83D\\uDE00\\n😀\",\"voice\":\"x\"}");

        assertThat(recorded().counts().units()).containsEntry(Unit.INPUT_CHARACTERS, BigDecimal.valueOf(8));
        assertThat(recorded().cost().totalCost()).contains(new BigDecimal("0.00012"));
    }

    @Test
    void countsAnAnswerTooLargeToBeHeld() throws Exception {
        String vectors = "\"data\":[" + "[0.125,-1],".repeat(200_000) + "{\"usage\":{\"prompt_tokens\":1}}],";
        METERED.provider()
                .answersJson("{" + vectors + "\"model\":\"m\",\"usage\":{\"prompt_tokens\":77,\"total_tokens\":77}}");

        Caller.Answer answer = METERED.call(id, "/v1/embeddings", "{\"model\":\"dear\",\"input\":\"x\"}");

        assertThat(answer.header("content-length")).isEmpty();
        assertThat(recorded().counts()).isEqualTo(TokenCounts.of(77, 0));
        assertThat(recorded().models().response()).contains("m");
    }
}

package org.aurora.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoLeaks.class)
class DemoProviderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHAT = "/v1/chat/completions";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.with("providers: { demo: { type: demo, models: [m] } }\n")
                .start();
    }

    private static Caller.Answer call(String path, String json) throws IOException {
        try (Caller caller = Caller.of(gateway)) {
            return caller.call(path, json);
        }
    }

    private static JsonNode good(String path, String json) throws IOException {
        Caller.Answer answer = call(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<JsonNode> chunks(String path, String json) throws IOException {
        Caller.Answer answer = call(path, json);
        assertThat(answer.header("content-type")).contains("text/event-stream");
        assertThat(answer.text()).endsWith("data: [DONE]\n\n");
        List<JsonNode> chunks = new ArrayList<>();
        for (String event : answer.text().split("\n\n", -1)) {
            if (event.startsWith("data: {")) {
                chunks.add(JSON.readTree(event.substring("data: ".length())));
            }
        }
        return chunks;
    }

    @Test
    void answersAChat() throws Exception {
        JsonNode answer =
                good(CHAT, "{\"model\":\"demo/m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi there\"}]}");

        assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
        assertThat(answer.path("model").asText()).isEqualTo("m");
        JsonNode choice = answer.path("choices").path(0);
        assertThat(choice.path("message").path("role").asText()).isEqualTo("assistant");
        assertThat(choice.path("message").path("content").asText()).endsWith("you said: Hi there");
        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.path("usage").path("prompt_tokens").asInt()).isEqualTo(2);
        assertThat(answer.path("usage").path("total_tokens").asInt()).isGreaterThan(2);
    }

    @Test
    void streamsAChatWordByWord() throws Exception {
        List<JsonNode> chunks = chunks(
                CHAT,
                "{\"model\":\"demo/m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi there\"}]}");

        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk -> text.append(
                chunk.path("choices").path(0).path("delta").path("content").asText()));
        assertThat(text.toString()).endsWith("you said: Hi there");
        assertThat(chunks).allMatch(chunk -> chunk.path("usage").isMissingNode());
        assertThat(chunks.get(chunks.size() - 1)
                        .path("choices")
                        .path(0)
                        .path("finish_reason")
                        .asText())
                .isEqualTo("stop");
    }

    @Test
    void endsAStreamWithItsUsageWhereThatIsWanted() throws Exception {
        List<JsonNode> chunks = chunks(
                CHAT,
                "{\"model\":\"demo/m\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi there\"}]}");

        JsonNode last = chunks.get(chunks.size() - 1);
        assertThat(last.path("choices").isArray()).isTrue();
        assertThat(last.path("choices")).isEmpty();
        assertThat(last.path("usage").path("prompt_tokens").asInt()).isEqualTo(2);
    }

    @Test
    void completesAPrompt() throws Exception {
        JsonNode answer = good("/v1/completions", "{\"model\":\"demo/m\",\"prompt\":\"Once upon\"}");

        assertThat(answer.path("object").asText()).isEqualTo("text_completion");
        assertThat(answer.path("choices").path(0).path("text").asText()).endsWith("Once upon");
    }

    @Test
    void streamsTheCompletionOfAPrompt() throws Exception {
        List<JsonNode> chunks = chunks("/v1/completions", "{\"model\":\"demo/m\",\"prompt\":\"Once\",\"stream\":true}");

        StringBuilder text = new StringBuilder();
        chunks.forEach(
                chunk -> text.append(chunk.path("choices").path(0).path("text").asText()));
        assertThat(text.toString()).endsWith("Once");
    }

    @Test
    void embedsTheSameTextInTheSameWay() throws Exception {
        JsonNode data = good("/v1/embeddings", "{\"model\":\"demo/m\",\"input\":[\"a\",\"b\",\"a\"]}")
                .path("data");

        assertThat(data).hasSize(3);
        assertThat(data.path(2).path("index").asInt()).isEqualTo(2);
        assertThat(data.path(0).path("embedding")).isEqualTo(data.path(2).path("embedding"));
        assertThat(data.path(0).path("embedding")).isNotEqualTo(data.path(1).path("embedding"));
    }

    @Test
    void embedsInBase64TheNumbersThatItWouldWriteOut() throws Exception {
        JsonNode written = good("/v1/embeddings", "{\"model\":\"demo/m\",\"input\":\"a\"}");
        JsonNode encoded =
                good("/v1/embeddings", "{\"model\":\"demo/m\",\"input\":\"a\",\"encoding_format\":\"base64\"}");

        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder()
                        .decode(encoded.path("data").path(0).path("embedding").asText()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode number : written.path("data").path(0).path("embedding")) {
            assertThat(bytes.getFloat()).isEqualTo(number.floatValue());
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void saysWhichOperationsItKnows() throws Exception {
        Caller.Answer answer = call("/v1/moderations", "{\"model\":\"demo/m\",\"input\":\"x\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("chat, completions and embeddings only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"messages\":null",
                ",\"messages\":[]",
                ",\"messages\":{}",
                ",\"messages\":\"x\"",
                ",\"messages\":[null]",
                ",\"messages\":[1]",
                ",\"messages\":[{\"content\":null}]",
                ",\"messages\":[{\"content\":7}]",
                ",\"messages\":[{\"content\":[]}]",
                ",\"messages\":[{\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}]",
                ",\"messages\":[{\"content\":[{\"type\":\"image_url\"}]}]",
                ",\"prompt\":[\"a\",\"b\"]",
                ",\"prompt\":[1,2]",
                ",\"input\":null",
                ",\"input\":[]",
                ",\"input\":[[1,2],[3]]",
                ",\"input\":{}",
                ",\"encoding_format\":7",
                ",\"stream\":null",
                ",\"stream_options\":null"
            })
    void answersOddBodies(String fields) throws Exception {
        for (String path : new String[] {CHAT, "/v1/completions", "/v1/embeddings"}) {
            good(path, "{\"model\":\"demo/m\"" + fields + "}");
        }
    }

    @Test
    void saysNotAllOfAVeryLongQuestionAgain() throws Exception {
        String question = "word ".repeat(200_000);

        JsonNode answer = good(
                CHAT, "{\"model\":\"demo/m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]}");

        assertThat(answer.path("choices")
                        .path(0)
                        .path("message")
                        .path("content")
                        .asText())
                .hasSizeLessThan(3000)
                .endsWith("...");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }
}

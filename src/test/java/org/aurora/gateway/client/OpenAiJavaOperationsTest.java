package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.SseException;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.models.Model;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiJavaOperationsTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()) + """
                    aliases:
                      regular: up/gpt-x
                      "team/über all": up/a/b
                    """)
            .start();

    private static OpenAIClient client;

    @BeforeAll
    static void connect() {
        client = OpenAiJava.of(GATEWAY);
    }

    @AfterAll
    static void close() {
        client.close();
        GATEWAY.close();
        PROVIDER.close();
    }

    @Test
    void decodesTheEmbeddingsThatItAsksForInBase64() {
        PROVIDER.answersJson(OpenAiAnswers.BASE64_EMBEDDING);

        CreateEmbeddingResponse answer = client.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("regular")
                        .input("a text")
                        .build());

        assertThat(PROVIDER.request().requestLine()).isEqualTo("POST /v1/embeddings HTTP/1.1");
        assertThat(PROVIDER.request().bodyText()).contains("\"encoding_format\":\"base64\"");
        assertThat(answer.data().get(0).embedding()).containsExactly(0.5f, -1.25f, 3.0f);
    }

    @Test
    void answersWithAResponse() {
        PROVIDER.answersJson(OpenAiAnswers.RESPONSE);

        Response answer = client.responses()
                .create(ResponseCreateParams.builder()
                        .model("regular")
                        .input("Say hello.")
                        .build());

        assertThat(PROVIDER.request().requestLine()).isEqualTo("POST /v1/responses HTTP/1.1");
        assertThat(answer.output()
                        .get(0)
                        .asMessage()
                        .content()
                        .get(0)
                        .asOutputText()
                        .text())
                .isEqualTo("Hello from a response");
    }

    @Test
    void streamsAResponse() {
        PROVIDER.answers(OpenAiAnswers::responseStream);

        List<ResponseStreamEvent> events = streamedResponse();

        assertThat(events).hasSize(4);
        assertThat(events.get(1).asOutputTextDelta().delta()).isEqualTo("Hello from");
        assertThat(events.get(3).asCompleted().response().usage().orElseThrow().totalTokens())
                .isEqualTo(13);
    }

    @Test
    void aResponseStreamThatTheProviderCutsIsAnErrorToTheClient() {
        PROVIDER.answers(OpenAiAnswers::cutResponseStream);

        assertThatThrownBy(OpenAiJavaOperationsTest::streamedResponse)
                .isInstanceOf(SseException.class)
                .hasMessageContaining("The provider broke off in the middle of this answer.");
    }

    /** The client chokes on the half event, so that it does not come to read the error. */
    @Test
    void aResponseStreamThatTheProviderCutsWithinAnEventIsAnErrorToTheClientToo() {
        PROVIDER.answers(OpenAiAnswers::responseStreamCutWithinAnEvent);

        assertThatThrownBy(OpenAiJavaOperationsTest::streamedResponse).isInstanceOf(OpenAIException.class);
    }

    private static List<ResponseStreamEvent> streamedResponse() {
        try (StreamResponse<ResponseStreamEvent> stream = client.responses()
                .createStreaming(ResponseCreateParams.builder()
                        .model("regular")
                        .input("Say hello.")
                        .build())) {
            return stream.stream().toList();
        }
    }

    @Test
    void answersAModeration() {
        PROVIDER.answersJson(OpenAiAnswers.MODERATION);

        assertThat(client.moderations()
                        .create(ModerationCreateParams.builder()
                                .model("regular")
                                .input("You fool.")
                                .build())
                        .results())
                .singleElement()
                .satisfies(result -> assertThat(result.flagged()).isTrue());
    }

    @Test
    void answersWithAnImage() {
        PROVIDER.answersJson(OpenAiAnswers.IMAGE);

        assertThat(client.images()
                        .generate(ImageGenerateParams.builder()
                                .model("regular")
                                .prompt("A lighthouse")
                                .build())
                        .data()
                        .orElseThrow())
                .singleElement()
                .satisfies(image -> assertThat(image.b64Json()).contains("iVBORw0KGgo="));
        assertThat(PROVIDER.request().requestLine()).isEqualTo("POST /v1/images/generations HTTP/1.1");
    }

    @Test
    void answersATextCompletion() {
        PROVIDER.answersJson(OpenAiAnswers.COMPLETION);

        assertThat(client.completions()
                        .create(CompletionCreateParams.builder()
                                .model("regular")
                                .prompt("Hello")
                                .build())
                        .choices()
                        .get(0)
                        .text())
                .isEqualTo(" world");
    }

    @Test
    void answersWithSpeechByteForByte() throws IOException {
        byte[] audio = new byte[300_000];
        new Random(7).nextBytes(audio);
        PROVIDER.answers(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\ntransfer-encoding: chunked\r\n\r\n");
            exchange.chunk(audio);
            exchange.endChunks();
        });

        try (HttpResponse answer = client.audio()
                .speech()
                .create(SpeechCreateParams.builder()
                        .model("regular")
                        .voice("alloy")
                        .input("Hello.")
                        .build())) {
            assertThat(answer.headers().values("content-type")).containsExactly("audio/mpeg");
            assertThat(answer.body().readAllBytes()).isEqualTo(audio);
        }
    }

    @Test
    void listsTheModels() {
        assertThat(client.models().list().response().validate().data())
                .extracting(Model::id, Model::ownedBy)
                .containsExactly(
                        tuple("regular", "aurora"),
                        tuple("team/über all", "aurora"),
                        tuple("up/a/b", "up"),
                        tuple("up/gpt-x", "up"));
    }

    @Test
    void findsEveryListedModelByItsId() {
        for (Model listed : client.models().list().autoPager()) {
            assertThat(client.models().retrieve(listed.id())).isEqualTo(listed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"up/a/b", "a/b", "team/über all", "gpt-x"})
    void findsAModelWhateverItsIdContains(String id) {
        Model model = client.models().retrieve(id).validate();

        assertThat(model.id()).isEqualTo(id);
    }

    @Test
    void doesNotFindAModelNobodyHas() {
        assertThatThrownBy(() -> client.models().retrieve("up/a/c"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("The provider 'up' has no model 'a/c'.");
    }
}

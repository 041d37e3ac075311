package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.SseException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenAiJavaChatTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()) + """
                    aliases:
                      regular: up/gpt-x
                      steady: { target: up/gpt-x, response_model: requested }
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
    void answersAChat() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        ChatCompletion answer = client.chat().completions().create(OpenAiJava.greeting("regular"));

        assertThat(answer.validate().choices().get(0).message().content()).contains("Hello, wörld 👋");
        assertThat(answer.model()).isEqualTo("gpt-x-2026-08-01");
        assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(16);
    }

    @Test
    void putsTheGatewaysKeyInThePlaceOfTheCallers() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        client.chat().completions().create(OpenAiJava.greeting("regular"));

        UpstreamExchange request = PROVIDER.request();
        assertThat(request.requestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(request.header("authorization")).contains("Bearer sk-upstream-secret");
        assertThat(request.headerLines()).noneMatch(line -> line.contains(RunningGateway.MASTER_KEY));
    }

    @Test
    void tellsTheProviderWhichClientAsks() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        client.chat().completions().create(OpenAiJava.greeting("regular"));

        assertThat(PROVIDER.request().header("user-agent").orElse("")).startsWith("OpenAI");
        assertThat(PROVIDER.request().header("x-stainless-lang")).contains("java");
    }

    @Test
    void answersWithTheNameThatWasAskedForWhereAnAliasSaysSo() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        ChatCompletion answer = client.chat().completions().create(OpenAiJava.greeting("steady"));

        assertThat(answer.model()).isEqualTo("steady");
    }

    @Test
    void givesTheClientARequestId() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        try (HttpResponseFor<ChatCompletion> answer =
                client.chat().completions().withRawResponse().create(OpenAiJava.greeting("regular"))) {
            assertThat(answer.requestId().orElse("")).startsWith("req_");
        }
    }

    @Test
    void passesToolCallsOn() {
        PROVIDER.answersJson(OpenAiAnswers.TOOL_CALL);

        ChatCompletion answer = client.chat().completions().create(OpenAiJava.greeting("regular"));

        assertThat(answer.choices().get(0).message().toolCalls().orElseThrow())
                .singleElement()
                .satisfies(call ->
                        assertThat(call.asFunction().function().arguments()).isEqualTo("{\"city\":\"Łódź\"}"));
    }

    @Test
    void passesFieldsOnThatTheClientDoesNotKnow() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);
        ChatCompletionCreateParams params = OpenAiJava.greeting("regular").toBuilder()
                .putAdditionalBodyProperty("provider", JsonValue.from(Map.of("order", List.of("x"))))
                .putAdditionalBodyProperty("top_k", JsonValue.from(40))
                .build();

        client.chat().completions().create(params);

        assertThat(PROVIDER.request().bodyText()).contains("\"provider\":{\"order\":[\"x\"]}", "\"top_k\":40");
    }

    @Test
    void streamsAChat() {
        PROVIDER.answers(OpenAiAnswers::chatStream);

        List<ChatCompletionChunk> chunks = stream("regular");

        assertThat(text(chunks)).isEqualTo("Hello, wörld 👋");
        assertThat(chunks.get(chunks.size() - 1).usage().orElseThrow().totalTokens())
                .isEqualTo(16);
    }

    @Test
    void streamsTheNameThatWasAskedForWhereAnAliasSaysSo() {
        PROVIDER.answers(OpenAiAnswers::chatStream);

        assertThat(stream("steady")).hasSize(5).allSatisfy(chunk -> assertThat(chunk.model())
                .isEqualTo("steady"));
    }

    @Test
    void streamsAgainOnTheSameConnection() {
        PROVIDER.answers(OpenAiAnswers::chatStream);

        for (int i = 0; i < 10; i++) {
            assertThat(text(stream("regular"))).isEqualTo("Hello, wörld 👋");
        }
    }

    @Test
    void aStreamThatTheProviderCutsIsAnErrorToTheClient() {
        PROVIDER.answers(OpenAiAnswers::cutChatStream);

        assertThatThrownBy(() -> stream("regular"))
                .isInstanceOf(SseException.class)
                .hasMessageContaining("The provider broke off in the middle of this answer.")
                .extracting(error -> ((OpenAIServiceException) error).code())
                .isEqualTo(Optional.of("invalid_upstream_response"));
    }

    @Test
    void anErrorBeforeAStreamBeginsIsTheSameAsWithoutStreaming() {
        assertThatThrownBy(() -> stream("nobody-has-this"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("There is no model or alias 'nobody-has-this'.");
    }

    private static List<ChatCompletionChunk> stream(String model) {
        ChatCompletionCreateParams params = OpenAiJava.greeting(model).toBuilder()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            return stream.stream().toList();
        }
    }

    private static String text(List<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().content().stream())
                .collect(Collectors.joining());
    }
}

package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.catalog.ModelDescription;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LangChain4jTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()) + """
                    aliases:
                      regular: up/gpt-x
                      "a/deep/name": up/a/b
                    """)
            .start();

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @Test
    void answersAChat() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        ChatResponse answer = LangChain4j.chat(GATEWAY, "regular").chat(UserMessage.from("Say hello."));

        assertThat(answer.aiMessage().text()).isEqualTo("Hello, wörld 👋");
        assertThat(answer.modelName()).isEqualTo("gpt-x-2026-08-01");
        assertThat(answer.tokenUsage().totalTokenCount()).isEqualTo(16);
        assertThat(PROVIDER.request().bodyText()).contains("\"gpt-x\"").doesNotContain("regular");
    }

    @Test
    void answersEvenThoughEachRequestOffersToGoOnInHttp2() {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        for (int i = 0; i < 5; i++) {
            assertThat(LangChain4j.chat(GATEWAY, "a/deep/name").chat("Say hello."))
                    .isEqualTo("Hello, wörld 👋");
        }
        assertThat(PROVIDER.requests()).hasSize(5).allSatisfy(request -> assertThat(request.headerLines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("http2-settings")
                        || line.toLowerCase(Locale.ROOT).startsWith("upgrade")));
    }

    @Test
    void streamsAChat() throws Exception {
        PROVIDER.answers(OpenAiAnswers::chatStream);

        LangChain4j.Streamed streamed = LangChain4j.stream(GATEWAY, "regular");

        assertThat(streamed.pieces()).containsExactly("Hello,", " wörld 👋");
        assertThat(streamed.answer().tokenUsage().totalTokenCount()).isEqualTo(16);
    }

    @Test
    void aStreamThatTheProviderCutsIsAnErrorToTheClient() {
        PROVIDER.answers(OpenAiAnswers::cutChatStream);

        assertThatThrownBy(() -> LangChain4j.stream(GATEWAY, "regular"))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("The provider broke off in the middle of this answer.");
    }

    @Test
    void decodesEmbeddings() {
        PROVIDER.answersJson(OpenAiAnswers.BASE64_EMBEDDING);

        Embedding embedding = OpenAiEmbeddingModel.builder()
                .baseUrl(GATEWAY.uri("/v1").toString())
                .apiKey(RunningGateway.MASTER_KEY)
                .modelName("regular")
                .encodingFormat("base64")
                .build()
                .embed("a text")
                .content();

        assertThat(embedding.vector()).containsExactly(0.5f, -1.25f, 3.0f);
        assertThat(PROVIDER.request().bodyText()).contains("base64");
    }

    @Test
    void listsTheModels() {
        OpenAiModelCatalog catalog = OpenAiModelCatalog.builder()
                .baseUrl(GATEWAY.uri("/v1").toString())
                .apiKey(RunningGateway.MASTER_KEY)
                .build();

        assertThat(catalog.listModels())
                .extracting(ModelDescription::name, ModelDescription::owner)
                .containsExactly(
                        tuple("a/deep/name", "aurora"),
                        tuple("regular", "aurora"),
                        tuple("up/a/b", "up"),
                        tuple("up/gpt-x", "up"));
    }
}

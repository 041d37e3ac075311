package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LangChain4jErrorsTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()) + """
                      down:
                        type: vllm
                        base_url: "http://127.0.0.1:1/v1"
                        models: [m]
                    """)
            .environment("MAX_BODY_BYTES", "100000")
            .start();

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @Test
    void aMissingModelIsAnInvalidRequest() {
        // The client leaves an empty name out.
        assertError(model(""), InvalidRequestException.class, 400, "\"param\":\"model\",\"code\":\"missing_model\"");
    }

    @Test
    void aWrongKeyIsAnAuthenticationError() {
        ChatModel stranger = LangChain4j.configured(GATEWAY, "up/gpt-x")
                .apiKey("sk-somebody-elses-key")
                .build();

        assertError(stranger, AuthenticationException.class, 401, "\"code\":\"invalid_api_key\"");
    }

    @Test
    void anUnknownModelIsNotFound() {
        assertError(model("up/gpt-y"), ModelNotFoundException.class, 404, "\"code\":\"model_not_found\"");
    }

    @Test
    void aBodyOverTheLimitIsAnInvalidRequest() {
        assertThatThrownBy(() -> model("up/gpt-x").chat("x".repeat(100_000)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("\"code\":\"request_too_large\"");
    }

    @Test
    void theProvidersRateLimitPasses() {
        PROVIDER.answers(exchange -> exchange.json(429, OpenAiAnswers.RATE_LIMITED));

        assertError(model("up/gpt-x"), RateLimitException.class, 429, "rate_limit_exceeded");
    }

    @Test
    void aProviderThatIsDownIsAServerError() {
        assertError(model("down/m"), InternalServerException.class, 502, "\"code\":\"provider_unreachable\"");
    }

    /** It takes no notice of {@code x-should-retry}, so that the gateway's refusals cost it one call more. */
    @Test
    void repeatsEvenAServerErrorThatRepeatingCannotMend() {
        PROVIDER.answers(OpenAiAnswers.error(401, "invalid_api_key"));
        ChatModel persistent =
                LangChain4j.configured(GATEWAY, "up/gpt-x").maxRetries(1).build();

        assertError(persistent, InternalServerException.class, 502, "\"code\":\"provider_auth_failed\"");
        assertThat(PROVIDER.requests()).hasSize(2);
    }

    private static ChatModel model(String name) {
        return LangChain4j.chat(GATEWAY, name);
    }

    private static void assertError(
            ChatModel model, Class<? extends LangChain4jException> expected, int status, String text) {
        assertThatThrownBy(() -> model.chat("Say hello."))
                .isInstanceOf(expected)
                .hasMessageContaining(text)
                .hasRootCauseInstanceOf(HttpException.class)
                .rootCause()
                .extracting(cause -> ((HttpException) cause).statusCode())
                .isEqualTo(status);
    }
}

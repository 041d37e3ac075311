package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.errors.UnexpectedStatusCodeException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each status is the client's own exception class, which carries message, code and param. */
class OpenAiJavaErrorsTest {
    private static final int MAX_BODY_BYTES = 100_000;

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()) + """
                      down:
                        type: vllm
                        base_url: "http://127.0.0.1:1/v1"
                        models: [m]
                    aliases:
                      broken: up/gone
                    """)
            .environment("MAX_BODY_BYTES", Integer.toString(MAX_BODY_BYTES))
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
    void aBadRequestNamesTheFieldAtFault() {
        BadRequestException error = failing(client, "", BadRequestException.class);

        assertThat(error.code()).contains("invalid_model");
        assertThat(error.param()).contains("model");
        assertThat(error.type()).contains("invalid_request_error");
        assertThat(error).hasMessageStartingWith("400: The field \"model\" must not be empty.");
    }

    @Test
    void aWrongKeyIsUnauthorized() {
        OpenAIClient stranger =
                OpenAiJava.configured(GATEWAY).apiKey("sk-somebody-elses-key").build();

        UnauthorizedException error = failing(stranger, "up/gpt-x", UnauthorizedException.class);

        assertThat(error.code()).contains("invalid_api_key");
        assertThat(error.type()).contains("authentication_error");
        assertThat(error.getMessage()).doesNotContain("sk-somebody-elses-key");
        stranger.close();
    }

    @Test
    void aModelThatTheCallerMayNotUseIsDenied() {
        try (RunningGateway closed = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()))
                .environment("AURORA_ALLOW_ANONYMOUS", "true")
                .environment("MODELS_ENABLED_BY_DEFAULT", "false")
                .start()) {
            OpenAIClient anonymous = OpenAIOkHttpClient.builder()
                    .baseUrl(closed.uri("/v1").toString())
                    .apiKey("the client insists on one")
                    .addInterceptor(chain -> chain.proceed(chain.request()
                            .newBuilder()
                            .removeHeader("Authorization")
                            .build()))
                    .build();

            PermissionDeniedException error = failing(anonymous, "up/gpt-x", PermissionDeniedException.class);

            assertThat(error.code()).contains("model_access_denied");
            assertThat(error.type()).contains("permission_error");
            anonymous.close();
        }
    }

    @Test
    void anUnknownModelIsNotFound() {
        NotFoundException error = failing(client, "up/gpt-y", NotFoundException.class);

        assertThat(error.code()).contains("model_not_found");
        assertThat(error).hasMessageStartingWith("404: The provider 'up' has no model 'gpt-y'.");
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_BODY_BYTES, 20 * 1024 * 1024})
    void aBodyOverTheLimitIsToldSo(int length) {
        UnexpectedStatusCodeException error =
                catchThrowableOfType(UnexpectedStatusCodeException.class, () -> client.chat()
                        .completions()
                        .create(ChatCompletionCreateParams.builder()
                                .model("up/gpt-x")
                                .addUserMessage("x".repeat(length))
                                .build()));

        assertThat(error.statusCode()).isEqualTo(413);
        assertThat(error.code()).contains("request_too_large");
        assertThat(error).hasMessageContaining("larger than the limit of 100000 bytes");
    }

    @Test
    void theProvidersRateLimitPassesWithItsHeaders() {
        PROVIDER.answers(OpenAiJavaErrorsTest::rateLimited);

        RateLimitException error = failing(client, "up/gpt-x", RateLimitException.class);

        assertThat(error.code()).contains("rate_limit_exceeded");
        assertThat(error).hasMessageContaining("Rate limit reached for gpt-x");
        assertThat(error.headers().values("retry-after")).containsExactly("7");
        assertThat(error.headers().values("x-ratelimit-remaining-tokens")).containsExactly("0");
    }

    @Test
    void aProviderThatIsDownIsAServerError() {
        InternalServerException error = failing(client, "down/m", InternalServerException.class);

        assertThat(error.statusCode()).isEqualTo(502);
        assertThat(error.code()).contains("provider_unreachable");
        assertThat(error.type()).contains("upstream_error");
    }

    @Test
    void aProviderThatRefusesTheGatewaysKeyIsNotTheCallersFault() {
        PROVIDER.answers(OpenAiAnswers.error(401, "invalid_api_key"));

        InternalServerException error = failing(client, "up/gpt-x", InternalServerException.class);

        assertThat(error.statusCode()).isEqualTo(502);
        assertThat(error.code()).contains("provider_auth_failed");
    }

    @Test
    void aPageForPeopleIsNoAnswer() {
        PROVIDER.answers(exchange -> exchange.document(200, "text/html", "<html>Welcome</html>"));

        InternalServerException error = failing(client, "up/gpt-x", InternalServerException.class);

        assertThat(error.statusCode()).isEqualTo(502);
        assertThat(error.code()).contains("invalid_upstream_response");
    }

    @Test
    void aBrokenAliasIsUnavailable() {
        InternalServerException error = failing(client, "broken", InternalServerException.class);

        assertThat(error.statusCode()).isEqualTo(503);
        assertThat(error.code()).contains("alias_target_unavailable");
    }

    @Test
    void theProvidersOwnRefusalPassesAsItIs() {
        PROVIDER.answers(exchange -> exchange.json(
                400,
                "{\"error\":{\"message\":\"max_tokens is too large\",\"type\":\"invalid_request_error\","
                        + "\"param\":\"max_tokens\",\"code\":\"integer_above_max_value\"}}"));

        BadRequestException error = failing(client, "up/gpt-x", BadRequestException.class);

        assertThat(error.code()).contains("integer_above_max_value");
        assertThat(error.param()).contains("max_tokens");
    }

    private static void rateLimited(UpstreamExchange exchange) throws Exception {
        exchange.raw("HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\nretry-after: 7\r\n"
                + "x-ratelimit-remaining-tokens: 0\r\ncontent-length: "
                + OpenAiAnswers.RATE_LIMITED.length() + "\r\n\r\n" + OpenAiAnswers.RATE_LIMITED);
    }

    private static <E extends OpenAIServiceException> E failing(OpenAIClient client, String model, Class<E> expected) {
        return catchThrowableOfType(expected, () -> client.chat().completions().create(OpenAiJava.greeting(model)));
    }
}

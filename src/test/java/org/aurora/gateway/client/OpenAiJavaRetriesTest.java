package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletion;
import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client sends again what another try can mend, twice at most, and nothing else. */
class OpenAiJavaRetriesTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.with(RunningGateway.yamlFor(PROVIDER.upstream()) + """
                      down:
                        type: vllm
                        base_url: "http://127.0.0.1:1/v1"
                        models: [m]
                    aliases:
                      broken: up/gone
                    """)
            .property("aurora.upstream.silence-timeout", "300ms")
            .start();

    private final RecordedSleeps sleeps = new RecordedSleeps();
    private final OpenAIClient client =
            OpenAiJava.configured(GATEWAY).sleeper(sleeps).build();

    @AfterEach
    void disconnect() {
        client.close();
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "up/gpt-y", "broken"})
    void doesNotSendAgainWhatTheGatewayRefused(String model) {
        PROVIDER.answersJson(OpenAiAnswers.CHAT);

        assertThatThrownBy(() -> chat(model)).isInstanceOf(OpenAIServiceException.class);

        assertThat(sleeps.pauses()).isEmpty();
        assertThat(PROVIDER.requests()).isEmpty();
    }

    @Test
    void doesNotSendAgainWhenTheProviderRefusesTheGatewaysKey() {
        PROVIDER.answers(OpenAiAnswers.error(401, "invalid_api_key"));

        assertThatThrownBy(() -> chat("up/gpt-x")).isInstanceOf(InternalServerException.class);

        assertThat(PROVIDER.requests()).hasSize(1);
    }

    @Test
    void sendsAgainWhileTheProviderIsOverloaded() {
        PROVIDER.answers(
                OpenAiAnswers.error(503, "overloaded"),
                OpenAiAnswers.error(503, "overloaded"),
                exchange -> exchange.json(200, OpenAiAnswers.CHAT));

        assertThat(chat("up/gpt-x").choices()).hasSize(1);

        assertThat(PROVIDER.requests()).hasSize(3);
    }

    @Test
    void sendsAgainWhenTheProviderIsDown() {
        assertThatThrownBy(() -> chat("down/m")).isInstanceOf(InternalServerException.class);

        assertThat(sleeps.pauses()).hasSize(2);
    }

    @Test
    void sendsAgainWhenTheProviderWasTooSlow() {
        PROVIDER.answers(exchange -> {}, exchange -> exchange.json(200, OpenAiAnswers.CHAT));

        assertThat(chat("up/gpt-x").choices()).hasSize(1);

        assertThat(PROVIDER.requests()).hasSize(2);
    }

    @Test
    void sendsAgainWhenTheProviderClosesTheConnectionInsteadOfAnswering() {
        PROVIDER.answers(exchange -> exchange.reset(), exchange -> exchange.json(200, OpenAiAnswers.CHAT));

        assertThat(chat("up/gpt-x").choices()).hasSize(1);
    }

    @Test
    void waitsAsLongAsTheProviderSays() {
        PROVIDER.answers(
                exchange -> exchange.raw("HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\n"
                        + "retry-after: 7\r\ncontent-length: 2\r\n\r\n{}"),
                exchange -> exchange.json(200, OpenAiAnswers.CHAT));

        chat("up/gpt-x");

        assertThat(sleeps.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void givesUpAfterTheSecondRepetition() {
        PROVIDER.answers(OpenAiAnswers.error(429, "rate_limit_exceeded"));

        assertThatThrownBy(() -> chat("up/gpt-x")).isInstanceOf(RateLimitException.class);

        assertThat(PROVIDER.requests()).hasSize(3);
    }

    private ChatCompletion chat(String model) {
        return client.chat().completions().create(OpenAiJava.greeting(model));
    }
}

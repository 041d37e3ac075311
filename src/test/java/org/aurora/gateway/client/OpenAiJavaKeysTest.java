package org.aurora.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.UnauthorizedException;
import java.time.Duration;
import java.time.Instant;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a managed key comes to is an exception class of the client's own, and never asked for again. */
class OpenAiJavaKeysTest {
    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final RunningGateway GATEWAY = RunningGateway.inFrontOf(PROVIDER.upstream());

    @AfterAll
    static void close() {
        GATEWAY.close();
        PROVIDER.close();
    }

    @Test
    void aRevokedKeyIsUnauthorized() throws Exception {
        MadeKey key = MadeKey.at(GATEWAY, "{\"name\": \"revoked\"}");
        key.revoke();

        try (Client client = new Client(key, "/team/alpha")) {
            assertThat(failing(client.sdk(), UnauthorizedException.class).code())
                    .contains("invalid_api_key");
        }
    }

    @Test
    void anExpiredKeyIsUnauthorizedAndSaysSo() throws Exception {
        Instant soon = Instant.now().plus(Duration.ofMillis(1_500));
        MadeKey key = MadeKey.at(GATEWAY, "{\"name\": \"expired\", \"expires_at\": \"" + soon + "\"}");
        Awaitility.await().until(() -> Instant.now().isAfter(soon));

        try (Client client = new Client(key, "/team/alpha")) {
            UnauthorizedException error = failing(client.sdk(), UnauthorizedException.class);

            assertThat(error.code()).contains("expired_api_key");
            assertThat(error.type()).contains("authentication_error");
        }
    }

    @Test
    void aPlaceOutsideTheKeysIsDenied() throws Exception {
        MadeKey key = MadeKey.at(GATEWAY, "{\"name\": \"alpha\", \"user_path\": \"/team/alpha\"}");

        try (Client client = new Client(key, "/team/beta")) {
            PermissionDeniedException error = failing(client.sdk(), PermissionDeniedException.class);

            assertThat(error.code()).contains("user_path_not_allowed");
            assertThat(error.type()).contains("permission_error");
            assertThat(error.param()).contains("X-Aurora-User-Path");
        }
    }

    private static <E extends OpenAIServiceException> E failing(OpenAIClient client, Class<E> expected) {
        return catchThrowableOfType(
                expected, () -> client.chat().completions().create(OpenAiJava.greeting("up/gpt-x")));
    }

    private record Client(OpenAIClient sdk) implements AutoCloseable {
        Client(MadeKey key, String userPath) {
            this(OpenAiJava.configured(GATEWAY)
                    .apiKey(key.value())
                    .putHeader("X-Aurora-User-Path", userPath)
                    .build());
        }

        @Override
        public void close() {
            sdk.close();
        }
    }
}

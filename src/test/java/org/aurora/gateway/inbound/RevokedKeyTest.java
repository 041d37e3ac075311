package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection outlives the key that it was opened with. */
class RevokedKeyTest {
    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private RawConnection connection;
    private MadeKey key;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answeringJson("{}");
        gateway = RunningGateway.inFrontOf(upstream);
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    @BeforeEach
    void connect() throws Exception {
        key = MadeKey.at(gateway, "{\"name\": \"short-lived\"}");
        connection = RawConnection.to(gateway);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void isRefusedAtTheNextRequestOfAnOpenConnection() throws Exception {
        assertThat(connection.exchange(chat()).status()).isEqualTo(200);

        key.revoke();

        RawAnswer refused = connection.exchange(chat());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).contains("invalid_api_key");
        assertThat(connection.exchange(RawRequest.chat()).status()).isEqualTo(200);
    }

    @Test
    void isRefusedWhereItIsRevokedWhileTheBodyComes() throws Exception {
        RawRequest request = chat();
        connection.send(request.head() + request.body().substring(0, 5));
        await().until(() -> gateway.openCalls() == 1);

        key.revoke();
        connection.send(request.body().substring(5));

        RawAnswer refused = connection.read();
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).contains("invalid_api_key");
    }

    private RawRequest chat() {
        return RawRequest.post("/v1/chat/completions").header("Authorization: Bearer " + key.value());
    }
}

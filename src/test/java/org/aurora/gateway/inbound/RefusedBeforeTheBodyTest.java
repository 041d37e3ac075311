package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedBeforeTheBodyTest {
    private static final int LIMIT = 100_000;
    private static final String WRONG_KEY = "Authorization: Bearer wrong-key-0123456789";

    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private RawConnection connection;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answeringJson("{}");
        gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                .environment("MAX_BODY_BYTES", Integer.toString(LIMIT))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    @BeforeEach
    void connect() throws IOException {
        connection = RawConnection.to(gateway);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    private static RawRequest announcing(long bytes) {
        return RawRequest.post("/v1/chat/completions").without("content-length").header("Content-Length: " + bytes);
    }

    private static String bodyOf(int bytes) {
        String start = "{\"model\":\"up/gpt-x\",\"x\":\"";
        return start + "x".repeat(bytes - start.length() - 2) + "\"}";
    }

    private static void assertTooLarge(RawAnswer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"request_too_large\"", Integer.toString(LIMIT));
        assertThat(answer.header("connection")).contains("close");
        assertThat(answer.header("x-should-retry")).contains("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {WRONG_KEY, "X-Nothing: 1", "Authorization: Basic abc", "x-api-key: wrong-key-0123456789"})
    void answersABadKeyWithoutWaitingForTheBody(String keyHeader) throws IOException {
        connection.send(announcing(10_000_000).header(keyHeader).head());

        assertThat(connection.read().status()).isEqualTo(401);
    }

    @Test
    void answersABadKeyWithoutWaitingForAChunk() throws IOException {
        connection.send(announcing(0)
                .without("content-length")
                .header("Transfer-Encoding: chunked")
                .header(WRONG_KEY)
                .head());

        assertThat(connection.read().status()).isEqualTo(401);
    }

    @Test
    void closesTheConnectionRatherThanReadALargeRefusedBody() throws IOException {
        connection.send(announcing(10_000_000).header(WRONG_KEY).head());

        assertThat(connection.read().header("connection")).contains("close");
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @Test
    void keepsTheConnectionAfterASmallRefusedBody() throws IOException {
        RawAnswer refused =
                connection.exchange(RawRequest.post("/v1/chat/completions").header(WRONG_KEY));
        RawAnswer next = connection.exchange(RawRequest.chat());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("connection")).isEmpty();
        assertThat(next.status()).isEqualTo(200);
    }

    @Test
    void swallowsASmallRefusedBodyThatComesLate() throws IOException {
        RawRequest refused = RawRequest.post("/v1/chat/completions").header(WRONG_KEY);
        connection.send(refused.head());

        assertThat(connection.read().status()).isEqualTo(401);
        connection.send(refused.body().substring(0, 5));
        connection.send(refused.body().substring(5));
        assertThat(connection.exchange(RawRequest.chat()).status()).isEqualTo(200);
    }

    @Test
    void asksForTheBodyOfACallerWhoWaitsForThat() throws IOException {
        RawRequest request = RawRequest.chat().header("Expect: 100-continue");
        connection.send(request.head());
        RawAnswer interim = connection.read();
        connection.send(request.body());
        RawAnswer answer = connection.read();

        assertThat(interim.statusLine()).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(connection.exchange(RawRequest.chat()).status()).isEqualTo(200);
    }

    @Test
    void doesNotAskForTheBodyOfACallerWithABadKey() throws IOException {
        connection.send(RawRequest.post("/v1/chat/completions")
                .header(WRONG_KEY)
                .header("Expect: 100-continue")
                .head());

        assertThat(connection.read().status()).isEqualTo(401);
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @Test
    void doesNotAskForABodyThatIsTooLarge() throws IOException {
        connection.send(announcing(LIMIT + 1)
                .header(RawRequest.KEY)
                .header("Expect: 100-continue")
                .head());

        assertTooLarge(connection.read());
    }

    @Test
    void refusesAnExpectationItCannotMeet() throws IOException {
        connection.send(RawRequest.chat().header("Expect: a-miracle").head());

        assertThat(connection.read().status()).isEqualTo(400);
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws IOException {
        assertThat(connection.exchange(RawRequest.chat().body(bodyOf(LIMIT))).status())
                .isEqualTo(200);
        assertThat(connection
                        .exchange(RawRequest.chat().body(bodyOf(LIMIT)).chunked())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesALengthOverTheLimitBeforeTheBody() throws IOException {
        connection.send(announcing(LIMIT + 1).header(RawRequest.KEY).head());

        assertTooLarge(connection.read());
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @Test
    void refusesALengthBeyondAllNumbers() throws IOException {
        connection.send(announcing(Long.MAX_VALUE).header(RawRequest.KEY).head());

        assertTooLarge(connection.read());
    }

    @Test
    void refusesChunksThatAddUpToMoreThanTheLimit() throws IOException {
        connection.send(RawRequest.chat()
                .without("content-length")
                .header("Transfer-Encoding: chunked")
                .head());
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        for (int sent = 0; sent <= LIMIT; sent += 0x4000) {
            connection.send(chunk);
        }

        assertTooLarge(connection.read());
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20000000", "Transfer-Encoding: chunked"})
    void isReadByAClientThatKeepsSendingAllTheSame(String framing) throws Exception {
        connection.send(
                RawRequest.chat().without("content-length").header(framing).head());
        if (framing.startsWith("Transfer")) {
            connection.send("1312D00\r\n");
        }
        byte[] piece = "x".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
        Future<?> sending = CompletableFuture.runAsync(() -> sendRepeatedly(piece, 100));
        RawAnswer answer = connection.read();

        sending.get(10, TimeUnit.SECONDS);
        assertTooLarge(answer);
    }

    private void sendRepeatedly(byte[] piece, int times) {
        try {
            for (int i = 0; i < times; i++) {
                connection.send(piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

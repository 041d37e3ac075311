package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpVersionsTest {
    private static final String JSON = "{\"filler\":\"" + "y".repeat(200_000) + "\"}";
    private static final List<String> EVENTS = Stream.concat(
                    IntStream.range(0, 500).mapToObj(number -> "data: " + number + " " + "z".repeat(1000) + "\n\n"),
                    Stream.of("data: [DONE]\n\n"))
            .toList();
    private static final String STREAM = String.join("", EVENTS);

    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private RawConnection connection;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(HttpVersionsTest::answer);
        gateway = RunningGateway.inFrontOf(upstream);
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

    private static void answer(UpstreamExchange exchange) throws IOException {
        if (exchange.bodyText().contains("\"stream\":true")) {
            exchange.beginEvents();
            for (String event : EVENTS) {
                exchange.chunk(event);
            }
            exchange.endChunks();
        } else {
            exchange.json(200, JSON);
        }
    }

    private static RawRequest streaming() {
        return RawRequest.chat().body("{\"model\":\"up/gpt-x\",\"stream\":true}");
    }

    private static RawRequest inHttp10(RawRequest request) {
        return request.line(request.line().replace("HTTP/1.1", "HTTP/1.0"));
    }

    private void assertAnsweredAndClosed(RawAnswer answer, String body) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("connection")).contains("close");
        assertThat(answer.body()).isEqualTo(body);
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @Test
    void answersHttp10AndCloses() throws IOException {
        RawAnswer answer = connection.exchange(inHttp10(RawRequest.chat()));

        assertAnsweredAndClosed(answer, JSON);
        assertThat(answer.header("content-length")).contains(Integer.toString(JSON.length()));
    }

    @Test
    void answersHttp10WithoutAHost() throws IOException {
        assertAnsweredAndClosed(connection.exchange(inHttp10(RawRequest.chat()).without("host")), JSON);
    }

    @Test
    void closesHttp10EvenWhereItAsksToStay() throws IOException {
        assertAnsweredAndClosed(
                connection.exchange(inHttp10(RawRequest.chat()).header("Connection: keep-alive")), JSON);
    }

    @Test
    void streamsToHttp10WithoutChunks() throws IOException {
        RawAnswer answer = connection.exchange(inHttp10(streaming()));

        assertAnsweredAndClosed(answer, STREAM);
        assertThat(answer.headerNames()).doesNotContain("transfer-encoding", "content-length");
    }

    @Test
    void refusesInHttp10AndCloses() throws IOException {
        RawAnswer answer = connection.exchange(inHttp10(RawRequest.post("/v1/chat/completions")));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "keep-alive, close"})
    void closesAfterAWholeAnswerWhereAsked(String option) throws IOException {
        assertAnsweredAndClosed(connection.exchange(RawRequest.chat().header("Connection: " + option)), JSON);
    }

    @Test
    void closesAfterTheLastByteOfAStreamWhereAsked() throws IOException {
        assertAnsweredAndClosed(connection.exchange(streaming().header("Connection: close")), STREAM);
    }

    @Test
    void closesAfterARefusalWhereAsked() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.get("/nowhere").header("Connection: close"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("connection")).contains("close");
        assertThat(connection.isClosedByGateway()).isTrue();
    }

    @Test
    void ignoresAnOfferToUpgradeToHttp2() throws IOException {
        RawAnswer answer = connection.exchange(RawRequest.chat()
                .header("Connection: Upgrade, HTTP2-Settings")
                .header("Upgrade: h2c")
                .header("HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(JSON);
        assertThat(answer.headerNames()).doesNotContain("upgrade", "connection");
        assertThat(connection.exchange(RawRequest.chat()).status()).isEqualTo(200);
    }

    @Test
    void ignoresAnOfferToUpgradeAStream() throws IOException {
        RawAnswer answer =
                connection.exchange(streaming().header("Connection: Upgrade").header("Upgrade: h2c, websocket"));

        assertThat(answer.body()).isEqualTo(STREAM);
    }

    @Test
    void keepsTheConnectionFromRequestToRequest() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(connection.exchange(RawRequest.chat()).body()).isEqualTo(JSON);
            assertThat(connection.exchange(streaming()).body()).isEqualTo(STREAM);
        }
    }
}

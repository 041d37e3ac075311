package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whenever a caller leaves, its call is counted out, logged as 499, and the provider is not kept busy. */
class CallerLeavesTest {
    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private static volatile CountDownLatch upstreamMayAnswer = new CountDownLatch(1);
    private AccessLines accessLines;
    private RawConnection connection;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(CallerLeavesTest::answer);
        gateway = RunningGateway.inFrontOf(upstream);
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    @BeforeEach
    void connect() throws IOException {
        accessLines = AccessLines.open();
        connection = RawConnection.to(gateway);
        upstreamMayAnswer = new CountDownLatch(1);
    }

    @AfterEach
    void disconnect() throws IOException {
        upstreamMayAnswer.countDown();
        connection.close();
        accessLines.close();
    }

    /** Streams one event where a stream is asked for, then waits for the test, as if at work. */
    private static void answer(UpstreamExchange exchange) throws Exception {
        if (exchange.bodyText().contains("\"stream\":true")) {
            exchange.beginEvents();
            exchange.chunk("data: first\n\n");
        }
        assertThat(upstreamMayAnswer.await(20, TimeUnit.SECONDS)).isTrue();
        exchange.close();
    }

    private static RawRequest withId(RawRequest request, String id) {
        return request.header("X-Request-Id: " + id);
    }

    private void assertCountedOutAs499(String id) {
        assertThat(accessLines.lineOf(id)).contains(" 499 ");
        await().until(() -> gateway.openCalls() == 0);
        assertThat(accessLines.of(id)).hasSize(1);
    }

    @Test
    void beforeTheFirstByteOfTheAnswer() throws Exception {
        connection.send(withId(RawRequest.chat(), "before-first-byte").text());
        UpstreamExchange received = upstream.takeRequest();
        connection.close();

        assertThat(received.closedByGatewayWithin(Duration.ofMillis(500))).isTrue();
        assertCountedOutAs499("before-first-byte");
    }

    @Test
    void byAResetBeforeTheFirstByteOfTheAnswer() throws Exception {
        connection.send(withId(RawRequest.chat(), "reset-before").text());
        UpstreamExchange received = upstream.takeRequest();
        connection.reset();

        assertThat(received.closedByGatewayWithin(Duration.ofMillis(500))).isTrue();
        assertCountedOutAs499("reset-before");
    }

    @Test
    void inTheMiddleOfAStream() throws Exception {
        connection.send(withId(RawRequest.chat().body("{\"model\":\"up/gpt-x\",\"stream\":true}"), "mid-stream")
                .text());
        UpstreamExchange received = upstream.takeRequest();
        connection.readHead();
        assertThat(connection.chunk()).isEqualTo("data: first\n\n");
        connection.close();

        assertThat(received.closedByGatewayWithin(Duration.ofMillis(500))).isTrue();
        assertCountedOutAs499("mid-stream");
    }

    @Test
    void inTheMiddleOfTheUpload() throws Exception {
        RawRequest request = withId(RawRequest.chat(), "mid-upload");
        connection.send(request.head() + request.body().substring(0, 5));
        await().until(() -> gateway.openCalls() == 1);
        connection.close();

        assertCountedOutAs499("mid-upload");
        assertThat(upstream.untakenRequests()).isZero();
    }

    @Test
    void withAPipelinedRequestThatIsThenNeverBegun() throws Exception {
        connection.send(withId(RawRequest.chat(), "left-first").text()
                + withId(RawRequest.chat(), "left-second").text());
        UpstreamExchange received = upstream.takeRequest();
        connection.close();

        assertThat(received.closedByGatewayWithin(Duration.ofMillis(500))).isTrue();
        assertCountedOutAs499("left-first");
        assertThat(accessLines.of("left-second")).isEmpty();
        assertThat(upstream.untakenRequests()).isZero();
    }

    @Test
    void inTheMiddleOfARefusedBody() throws Exception {
        RawRequest refused = withId(RawRequest.post("/v1/chat/completions"), "refused-then-left");
        connection.send(refused.head() + "{");
        assertThat(connection.read().status()).isEqualTo(401);
        connection.close();

        await().until(() -> gateway.openCalls() == 0);
        assertThat(accessLines.of("refused-then-left"))
                .singleElement()
                .asString()
                .contains(" 401 ");
    }
}

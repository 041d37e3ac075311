package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

class PipeliningTest {
    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private static volatile CountDownLatch slowMayAnswer = new CountDownLatch(1);
    private RawConnection connection;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(PipeliningTest::answer);
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
        slowMayAnswer = new CountDownLatch(1);
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        while (upstream.untakenRequests() > 0) {
            upstream.takeRequest();
        }
    }

    /** Answers with the request's own text; a slow one only when the test says so, a streamed one in events. */
    private static void answer(UpstreamExchange exchange) throws Exception {
        String body = exchange.bodyText();
        if (body.contains("slow")) {
            assertThat(slowMayAnswer.await(10, TimeUnit.SECONDS)).isTrue();
        }
        if (body.contains("\"stream\":true")) {
            exchange.beginEvents();
            exchange.chunk("data: " + body + "\n\n");
            exchange.chunk("data: [DONE]\n\n");
            exchange.endChunks();
        } else {
            exchange.json(200, body);
        }
    }

    private static RawRequest saying(String text) {
        return RawRequest.chat().body("{\"model\":\"up/gpt-x\",\"say\":\"" + text + "\"}");
    }

    private static RawRequest streaming(String text) {
        return RawRequest.chat().body("{\"model\":\"up/gpt-x\",\"stream\":true,\"say\":\"" + text + "\"}");
    }

    private List<RawAnswer> read(int answers) throws IOException {
        List<RawAnswer> all = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            all.add(connection.read());
        }
        return all;
    }

    @Test
    void answersASlowRequestBeforeTheFastOneBehindIt() throws Exception {
        connection.send(saying("slow").text() + saying("fast").text());
        upstream.takeRequest();
        slowMayAnswer.countDown();

        List<RawAnswer> answers = read(2);
        assertThat(answers.get(0).body()).contains("slow");
        assertThat(answers.get(1).body()).contains("fast");
    }

    @Test
    void doesNotBeginTheSecondRequestWhileTheFirstIsUnanswered() throws Exception {
        connection.send(saying("slow").text() + saying("fast").text());
        upstream.takeRequest();
        try (RawConnection other = RawConnection.to(gateway)) {
            other.exchange(RawRequest.of("GET", "/health"));
        }

        assertThat(upstream.untakenRequests()).isZero();
        slowMayAnswer.countDown();
        assertThat(read(2)).map(RawAnswer::status).containsExactly(200, 200);
    }

    @Test
    void answersTenRequestsInOrderWithStreamsAmongThem() throws IOException {
        slowMayAnswer.countDown();
        connection.send(IntStream.range(0, 10)
                .mapToObj(number -> number % 3 == 1 ? streaming("no" + number) : saying("no" + number))
                .map(RawRequest::text)
                .collect(Collectors.joining()));

        List<RawAnswer> answers = read(10);
        for (int number = 0; number < 10; number++) {
            assertThat(answers.get(number).body()).contains("no" + number);
        }
        assertThat(answers.get(1).body()).endsWith("data: [DONE]\n\n");
    }

    @Test
    void answersEveryKindOfRequestInTheOrderOfTheirSending() throws IOException {
        slowMayAnswer.countDown();
        connection.send(Stream.of(
                        saying("a"),
                        RawRequest.get("/nowhere"),
                        RawRequest.post("/v1/chat/completions"),
                        streaming("b"),
                        RawRequest.get("/v1/chat/completions"),
                        saying("chunked").chunked(),
                        RawRequest.of("GET", "/health"),
                        saying("c").body("{"),
                        RawRequest.get("/v1/models"),
                        saying("d"))
                .map(RawRequest::text)
                .collect(Collectors.joining()));

        assertThat(read(10)).map(RawAnswer::status).containsExactly(200, 404, 401, 200, 405, 200, 200, 400, 200, 200);
    }

    @Test
    void answersAThousandQuickRequestsBehindASlowOne() throws Exception {
        String quick = RawRequest.of("GET", "/health").text();
        String refused = RawRequest.of("GET", "/nowhere").text();
        connection.send(saying("slow").text() + (quick + refused).repeat(500));
        upstream.takeRequest();
        slowMayAnswer.countDown();

        List<RawAnswer> answers = read(1001);
        assertThat(answers.subList(1, 1001))
                .map(RawAnswer::status)
                .containsExactlyElementsOf(IntStream.range(0, 1000)
                        .map(number -> number % 2 == 0 ? 200 : 404)
                        .boxed()
                        .toList());
    }

    @Test
    void answersARequestBehindARefusedOneWithABody() throws IOException {
        connection.send(
                RawRequest.post("/v1/chat/completions").text() + saying("next").text());

        List<RawAnswer> answers = read(2);
        assertThat(answers.get(0).status()).isEqualTo(401);
        assertThat(answers.get(1).body()).contains("next");
    }

    @Test
    void answersARequestThatComesInSingleBytes() throws IOException {
        for (byte single :
                (saying("first").text() + saying("second").chunked().text()).getBytes(StandardCharsets.ISO_8859_1)) {
            connection.send(new byte[] {single});
        }

        List<RawAnswer> answers = read(2);
        assertThat(answers.get(0).body()).contains("first");
        assertThat(answers.get(1).body()).contains("second");
    }

    @Test
    void answersARequestSplitAtAnyByte() throws IOException {
        byte[] request = saying("split").chunked().text().getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 1; at < request.length; at++) {
            connection.send(Arrays.copyOfRange(request, 0, at));
            connection.send(Arrays.copyOfRange(request, at, request.length));

            assertThat(connection.read().body()).as("split at %d", at).contains("split");
        }
    }

    @Test
    void servesNothingBehindARequestThatClosesTheConnection() throws IOException {
        connection.send(
                RawRequest.of("GET", "/health").header("Connection: close").text()
                        + saying("never").text());

        assertThat(connection.read().status()).isEqualTo(200);
        assertThat(connection.isClosedByGateway()).isTrue();
        assertThat(upstream.untakenRequests()).isZero();
    }
}

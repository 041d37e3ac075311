package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.upstream.Refusal.assertRefused;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Aliases with several targets, of which the first ones fail. */
@ExtendWith(NoLeaks.class)
class FailoverTest {
    private static final TestUpstream.Script GOOD = exchange -> exchange.json(200, "{\"good\":true}");

    private static volatile TestUpstream.Script first = GOOD;
    private static volatile TestUpstream.Script second = GOOD;
    private static TestUpstream one;
    private static TestUpstream two;
    private static RunningGateway gateway;

    private Caller caller;

    @BeforeAll
    static void start() throws Exception {
        one = TestUpstream.answering(exchange -> first.answer(exchange));
        two = TestUpstream.answering(exchange -> second.answer(exchange));
        gateway = RunningGateway.with("""
                        providers:
                          one: { type: openai, base_url: "%s", api_key: sk-one, models: [model-one] }
                          two: { type: azure, base_url: "%s/two", api_key: sk-two, models: [model-two] }
                          gone: { type: openai, base_url: "http://127.0.0.1:%d/v1", api_key: sk-gone, models: [m] }
                        aliases:
                          steady: { strategy: failover, targets: [one/model-one, two/model-two] }
                          deep: { strategy: failover, targets: [gone/m, one/model-one, two/model-two] }
                          doomed: { strategy: failover, targets: [two/model-two, gone/m] }
                          mixed: { strategy: weighted, targets: [one/model-one, two/model-two] }
                        """.formatted(one.baseUrl(), two.baseUrl(), unusedPort()))
                .property("aurora.upstream.silence-timeout", "700ms")
                .start();
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @BeforeEach
    void connect() throws Exception {
        first = GOOD;
        second = GOOD;
        caller = Caller.of(gateway);
    }

    private static void assertFromTwo(Caller.Answer answer) {
        assertThat(answer.text()).isEqualTo("{\"good\":true}");
        assertThat(answer.header("x-aurora-provider")).contains("two");
        assertThat(answer.header("x-aurora-model")).contains("model-two");
    }

    @Test
    void goesOnWhenTheFirstProviderRefusesForNow() throws Exception {
        int before = one.connectionsMade();
        for (int status : new int[] {401, 403, 429, 500, 502, 503, 504}) {
            first = exchange -> exchange.json(status, "{\"no\":" + status + "}");

            assertFromTwo(caller.chat("steady"));
        }
        assertThat(one.connectionsMade()).isLessThanOrEqualTo(before + 1);
        assertThat(one.untakenRequests()).isEqualTo(7);
    }

    @Test
    void tellsEachProviderItsOwnModelAndKey() throws Exception {
        first = exchange -> exchange.json(503, "{}");

        caller.call("/v1/chat/completions", "{ \"model\":\"steady\", \"n\": 1e2 }");

        UpstreamExchange refused = one.takeRequest();
        assertThat(refused.bodyText()).isEqualTo("{ \"model\":\"model-one\", \"n\": 1e2 }");
        assertThat(refused.header("authorization")).contains("Bearer sk-one");
        UpstreamExchange answered = two.takeRequest();
        assertThat(answered.bodyText()).isEqualTo("{ \"model\":\"model-two\", \"n\": 1e2 }");
        assertThat(answered.header("authorization")).isEmpty();
        assertThat(answered.header("api-key")).contains("sk-two");
        assertThat(answered.requestLine()).startsWith("POST /v1/two/chat/completions?api-version=");
    }

    @Test
    void goesOnUntilTheThirdProviderAnswers() throws Exception {
        first = exchange -> exchange.json(429, "{}");

        assertFromTwo(caller.chat("deep"));
    }

    @Test
    void goesOnWhenARefusalIsCutOff() throws Exception {
        first = exchange -> {
            exchange.raw("HTTP/1.1 503 No\r\ncontent-length: 99\r\n\r\n<h1>");
            exchange.close();
        };

        assertFromTwo(caller.chat("steady"));
    }

    @Test
    void goesOnWhenARefusalIsEndless() throws Exception {
        first = exchange -> {
            exchange.raw("HTTP/1.1 503 No\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n");
            while (!exchange.closedByGatewayWithin(Duration.ofMillis(1))) {
                exchange.chunk("x".repeat(100_000));
            }
        };

        assertFromTwo(caller.chat("steady"));
    }

    @Test
    void goesOnWithWeightsToo() throws Exception {
        first = exchange -> exchange.json(500, "{}");

        for (int round = 0; round < 10; round++) {
            assertFromTwo(caller.chat("mixed"));
        }
    }

    @Test
    void staysWithARefusalThatIsAboutTheRequest() throws Exception {
        for (int status : new int[] {400, 404, 409, 413, 422}) {
            first = exchange -> exchange.json(status, "{\"no\":" + status + "}");

            Caller.Answer answer = caller.chat("steady");

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("x-aurora-provider")).contains("one");
        }
        assertThat(two.untakenRequests()).isZero();
    }

    @Test
    void doesNotAskAnotherAfterATimeOut() throws Exception {
        first = UpstreamExchange::awaitClose;

        assertRefused(caller.chat("steady"), 504, "provider_timeout");

        assertThat(two.untakenRequests()).isZero();
    }

    @Test
    void doesNotAskAnotherWhenTheFirstMayBeAtWork() throws Exception {
        first = UpstreamExchange::close;

        assertRefused(caller.chat("steady"), 502, "provider_unreachable");

        assertThat(two.untakenRequests()).isZero();
    }

    @Test
    void givesTheLastProvidersAnswerWhenAllFail() throws Exception {
        first = exchange -> exchange.json(503, "{\"no\":1}");
        second = exchange -> exchange.json(429, "{\"no\":2}");

        Caller.Answer answer = caller.chat("steady");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).isEqualTo("{\"no\":2}");
        assertThat(answer.header("x-aurora-provider")).contains("two");
    }

    @Test
    void givesTheLastProvidersErrorWhenAllFail() throws Exception {
        second = exchange -> exchange.json(503, "{}");

        assertRefused(caller.chat("doomed"), 502, "provider_unreachable");
    }

    @Test
    void neverLeavesAStreamThatHasBegun() throws Exception {
        first = exchange -> {
            exchange.beginEvents();
            exchange.close();
        };

        Caller.Answer answer = caller.chat("steady");

        assertThat(answer.text()).startsWith("event: error\n");
        assertThat(two.untakenRequests()).isZero();
    }

    @Test
    void stopsWhenTheCallerLeaves() throws Exception {
        CompletableFuture<Boolean> closedInTime = new CompletableFuture<>();
        CountDownLatch left = new CountDownLatch(1);
        first = exchange -> exchange.json(503, "{}");
        second = exchange -> {
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
            closedInTime.complete(exchange.closedByGatewayWithin(Duration.ofMillis(500)));
        };
        caller.post("/v1/chat/completions", "{\"model\":\"steady\"}");
        two.takeRequest();

        caller.close();
        left.countDown();

        assertThat(closedInTime.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotGoOnOnceTheCallerHasLeft() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        first = exchange -> {
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
            exchange.awaitClose();
        };
        caller.post("/v1/chat/completions", "{\"model\":\"steady\"}");
        one.takeRequest();

        caller.close();
        left.countDown();

        await().until(() -> gateway.openCalls() == 0 && one.openConnections() == 0);
        assertThat(two.untakenRequests()).isZero();
    }

    @AfterEach
    void leavesNothingOpen() throws Exception {
        caller.close();
        await().untilAsserted(() -> {
            assertThat(gateway.openCalls()).isZero();
            assertThat(one.openConnections()).isLessThanOrEqualTo(1);
            assertThat(two.openConnections()).isLessThanOrEqualTo(1);
        });
        while (one.untakenRequests() > 0) {
            one.takeRequest();
        }
        while (two.untakenRequests() > 0) {
            two.takeRequest();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        one.close();
        two.close();
    }
}

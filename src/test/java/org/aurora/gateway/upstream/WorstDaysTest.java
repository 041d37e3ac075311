package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.upstream.Refusal.assertRefused;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
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

/** Providers that cannot be reached, do not answer, or refuse. */
@ExtendWith(NoLeaks.class)
class WorstDaysTest {
    private static volatile TestUpstream.Script script = UpstreamExchange::close;
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    private Caller caller;

    @BeforeAll
    static void start() throws Exception {
        upstream = TestUpstream.answering(exchange -> script.answer(exchange));
        gateway = RunningGateway.with(RunningGateway.yamlFor(upstream) + """
                          refusing: { type: openai, base_url: "http://127.0.0.1:%d/v1", api_key: sk-x, models: [m] }
                          unknown: { type: openai, base_url: "http://gateway-test.invalid/v1", api_key: sk-x, models: [m] }
                        """.formatted(unusedPort()))
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
        caller = Caller.of(gateway);
    }

    private Caller.Answer chat(TestUpstream.Script answer) throws Exception {
        script = answer;
        return caller.chat("up/gpt-x");
    }

    @Test
    void says502WhenTheProviderRefusesConnections() throws Exception {
        assertRefused(caller.chat("refusing/m"), 502, "provider_unreachable");
    }

    @Test
    void says502WhenTheProvidersHostIsUnknown() throws Exception {
        assertRefused(caller.chat("unknown/m"), 502, "provider_unreachable");
    }

    @Test
    void says504WhenTheProviderAcceptsAndHangs() throws Exception {
        assertRefused(chat(UpstreamExchange::awaitClose), 504, "provider_timeout");
    }

    @Test
    void says504WhenTheProviderHangsWithinTheHead() throws Exception {
        assertRefused(
                chat(exchange -> {
                    exchange.raw("HTTP/1.1 200 OK\r\ncontent-ty");
                    exchange.awaitClose();
                }),
                504,
                "provider_timeout");
    }

    @Test
    void says504WhenTheProviderHangsWithinADocument() throws Exception {
        assertRefused(
                chat(exchange -> {
                    exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{");
                    exchange.awaitClose();
                }),
                504,
                "provider_timeout");
    }

    @Test
    void says504WhenTheProviderStopsReadingTheRequest() throws Exception {
        try (TestUpstream deaf = TestUpstream.answeringHeads(
                        exchange -> Thread.currentThread().join());
                RunningGateway other = RunningGateway.with(RunningGateway.yamlFor(deaf))
                        .property("aurora.upstream.silence-timeout", "700ms")
                        .start();
                Caller sender = Caller.of(other)) {
            String padding = "x".repeat(16 * 1024 * 1024);

            Caller.Answer answer =
                    sender.call("/v1/chat/completions", "{\"model\":\"up/gpt-x\",\"padding\":\"" + padding + "\"}");

            assertRefused(answer, 504, "provider_timeout");
            await().until(() -> other.openCalls() == 0);
        }
    }

    @Test
    void says502WhenTheProviderClosesWithoutAnAnswer() throws Exception {
        assertRefused(chat(UpstreamExchange::close), 502, "provider_unreachable");
    }

    @Test
    void says502WhenTheProviderResetsWithoutAnAnswer() throws Exception {
        assertRefused(chat(UpstreamExchange::reset), 502, "provider_unreachable");
    }

    @Test
    void says502WhenTheProviderRefusesTheGatewaysKey() throws Exception {
        for (int status : new int[] {401, 403}) {
            Caller.Answer answer =
                    chat(exchange -> exchange.json(status, "{\"error\":\"bad key sk-upstream-secret\"}"));

            assertRefused(answer, 502, "provider_auth_failed");
            assertThat(answer.header("x-should-retry")).contains("false");
        }
        // A call that comes before a refusal is read to its end finds that connection busy and has another one made.
        assertThat(upstream.openConnections()).isBetween(1, 2);
    }

    @Test
    void says502AtOnceWhenTheRefusalOfTheKeyHasNoEnd() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Caller.Answer answer = chat(exchange -> {
            exchange.raw("HTTP/1.1 401 No\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n");
            try {
                while (!exchange.closedByGatewayWithin(Duration.ofMillis(1))) {
                    exchange.chunk("x".repeat(8192));
                }
            } finally {
                closed.countDown();
            }
        });

        assertRefused(answer, 502, "provider_auth_failed");
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void passesARateLimitWithItsBodyAndTheTimeToWait() throws Exception {
        Caller.Answer answer = chat(exchange -> exchange.raw(
                "HTTP/1.1 429 Slow down\r\ncontent-type: application/json\r\nretry-after: 7\r\nserver: secret\r\n"
                        + "x-ratelimit-remaining-requests: 0\r\ncontent-length: 9\r\n\r\n{\"e\":429}"));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).isEqualTo("{\"e\":429}");
        assertThat(answer.header("retry-after")).contains("7");
        assertThat(answer.header("x-ratelimit-remaining-requests")).contains("0");
        assertThat(answer.header("server")).isEmpty();
    }

    @Test
    void passesOtherRefusalsAsTheyAre() throws Exception {
        for (int status : new int[] {400, 404, 408, 409, 422, 500, 503}) {
            Caller.Answer answer = chat(exchange -> exchange.json(status, "{\"e\":" + status + "}"));

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text()).isEqualTo("{\"e\":" + status + "}");
        }
    }

    @Test
    void passesA500ThatIsAPage() throws Exception {
        Caller.Answer answer = chat(exchange -> exchange.document(500, "text/html", "<h1>sorry</h1>"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("content-type")).contains("text/html");
        assertThat(answer.text()).isEqualTo("<h1>sorry</h1>");
    }

    @Test
    void says502WhenARefusalIsCutOff() throws Exception {
        assertRefused(
                chat(exchange -> {
                    exchange.raw("HTTP/1.1 503 No\r\ncontent-type: text/html\r\ncontent-length: 99\r\n\r\n<h1>");
                    exchange.close();
                }),
                502,
                "invalid_upstream_response");
    }

    @AfterEach
    void leavesNothingOpen() throws Exception {
        caller.close();
        await().untilAsserted(() -> {
            assertThat(gateway.openCalls()).isZero();
            assertThat(upstream.openConnections()).isLessThanOrEqualTo(2);
        });
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
    }
}

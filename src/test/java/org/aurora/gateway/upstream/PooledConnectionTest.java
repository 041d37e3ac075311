package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
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

/** Connections to a provider that carry more than one request. */
@ExtendWith(NoLeaks.class)
class PooledConnectionTest {
    private static volatile TestUpstream.Script script = UpstreamExchange::close;
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    private Caller caller;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(exchange -> script.answer(exchange));
        gateway = RunningGateway.inFrontOf(upstream);
    }

    @BeforeEach
    void connect() throws Exception {
        caller = Caller.of(gateway);
    }

    private String chat(TestUpstream.Script answer) throws Exception {
        script = answer;
        return caller.chat("up/gpt-x").text();
    }

    @Test
    void carriesAllRequestsOfOneCallerAfterAnother() throws Exception {
        int before = upstream.connectionsMade() - upstream.openConnections();
        for (int number = 0; number < 10; number++) {
            String json = "{\"n\":" + number + "}";

            assertThat(chat(exchange -> exchange.json(200, json))).isEqualTo(json);
        }
        assertThat(upstream.connectionsMade()).isEqualTo(before + 1);
    }

    @Test
    void isNotUsedAgainOnceTheProviderHasClosedIt() throws Exception {
        for (int round = 0; round < 100; round++) {
            String json = "{\"n\":" + round + "}";

            assertThat(chat(exchange -> {
                        exchange.json(200, json);
                        exchange.close();
                    }))
                    .isEqualTo(json);
        }
    }

    @Test
    void isNotUsedAgainOnceTheProviderHasResetIt() throws Exception {
        for (int round = 0; round < 100; round++) {
            String json = "{\"n\":" + round + "}";
            Semaphore seen = new Semaphore(0);
            Semaphore reset = new Semaphore(0);

            assertThat(chat(exchange -> {
                        exchange.json(200, json);
                        assertThat(seen.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                        exchange.reset();
                        reset.release();
                    }))
                    .isEqualTo(json);

            seen.release();
            assertThat(reset.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void isClosedWhenTheProviderAnswersTwice() throws Exception {
        String first = chat(exchange -> {
            exchange.json(200, "{\"n\":1}");
            exchange.json(200, "{\"n\":\"for somebody else\"}");
        });

        assertThat(first).isEqualTo("{\"n\":1}");
        await().until(() -> upstream.openConnections() == 0);
        assertThat(chat(exchange -> exchange.json(200, "{\"n\":2}"))).isEqualTo("{\"n\":2}");
    }

    @Test
    void isClosedWhenTheProviderAnswersAgainMuchLater() throws Exception {
        CompletableFuture<UpstreamExchange> asked = new CompletableFuture<>();
        chat(exchange -> {
            exchange.json(200, "{\"n\":1}");
            asked.complete(exchange);
        });

        asked.get().json(408, "{\"n\":\"for somebody else\"}");

        await().until(() -> upstream.openConnections() == 0);
        assertThat(chat(exchange -> exchange.json(200, "{\"n\":2}"))).isEqualTo("{\"n\":2}");
    }

    @Test
    void isClosedWhenTheProviderAsksForIt() throws Exception {
        chat(exchange -> exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
                + "content-length: 2\r\n\r\n{}"));

        await().until(() -> upstream.openConnections() == 0);
    }

    @AfterEach
    void leavesNothingOpen() throws Exception {
        caller.close();
        await().untilAsserted(() -> {
            assertThat(gateway.openCalls()).isZero();
            assertThat(upstream.openConnections()).isLessThanOrEqualTo(1);
        });
        while (upstream.untakenRequests() > 0) {
            upstream.takeRequest();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
    }
}

package org.aurora.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

@ExtendWith(NoLeaks.class)
class CallerLeavesTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final Duration LIMIT = Duration.ofMillis(500);

    private static volatile TestUpstream.Script script = UpstreamExchange::endChunks;
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    private final CountDownLatch left = new CountDownLatch(1);
    private final CompletableFuture<Boolean> closedInTime = new CompletableFuture<>();
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

    private void watchTheEnd(UpstreamExchange exchange) throws Exception {
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        closedInTime.complete(exchange.closedByGatewayWithin(LIMIT));
    }

    private void leave() throws Exception {
        caller.close();
        left.countDown();
    }

    private static String request(boolean stream) {
        return "{\"model\":\"up/gpt-x\",\"messages\":[],\"stream\":" + stream + "}";
    }

    @Test
    void closesUpstreamWhenTheCallerLeavesInTheMiddleOfAStream() throws Exception {
        script = exchange -> {
            exchange.beginEvents();
            exchange.chunk("data: {}\n\n");
            watchTheEnd(exchange);
        };
        caller.post(CHAT, request(true));
        caller.head();
        caller.chunk();

        leave();

        assertThat(closedInTime.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closesUpstreamWhenTheCallerLeavesBeforeTheFirstByte() throws Exception {
        script = this::watchTheEnd;
        caller.post(CHAT, request(true));
        upstream.takeRequest();

        leave();

        assertThat(closedInTime.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closesUpstreamWhenTheCallerLeavesBeforeTheFirstEvent() throws Exception {
        script = exchange -> {
            exchange.beginEvents();
            watchTheEnd(exchange);
        };
        caller.post(CHAT, request(true));
        caller.head();

        leave();

        assertThat(closedInTime.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closesUpstreamWhenTheCallerLeavesInTheMiddleOfADocument() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        script = exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{");
            begun.countDown();
            watchTheEnd(exchange);
        };
        caller.post(CHAT, request(false));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        leave();

        assertThat(closedInTime.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closesUpstreamWhenTheCallerLeavesWhileUpstreamReadsTheBodySlowly() throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        try (TestUpstream slow = TestUpstream.answeringHeads(exchange -> {
                    connected.countDown();
                    assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
                    closedInTime.complete(exchange.brokenByGateway());
                });
                RunningGateway other = RunningGateway.inFrontOf(slow);
                Caller sender = Caller.of(other)) {
            String padding = "x".repeat(16 * 1024 * 1024);
            sender.post(CHAT, "{\"model\":\"up/gpt-x\",\"messages\":[],\"padding\":\"" + padding + "\"}");
            assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();

            sender.leave();
            left.countDown();

            assertThat(closedInTime.get(10, TimeUnit.SECONDS)).isTrue();
            await().until(() -> other.openCalls() == 0);
        }
    }

    @Test
    void leavesNothingBehindWhenManyCallersLeaveAtAnyMoment() throws Exception {
        script = exchange -> {
            exchange.beginEvents();
            for (int number = 0; number < 12; number++) {
                exchange.chunk("data: " + "x".repeat(number * 100) + "\n\n");
            }
            exchange.endChunks();
        };
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int number = 0; number < 160; number++) {
            int chunks = number % 16 - 3;
            callers.add(() -> leaveAfter(chunks));
        }
        ExecutorService threads = Executors.newFixedThreadPool(20);
        for (Future<Integer> left : threads.invokeAll(callers)) {
            left.get();
        }
        threads.shutdown();

        await().until(() -> gateway.openCalls() == 0);
        upstream.closeConnections();
    }

    /** Below zero: without waiting for the head. */
    private static int leaveAfter(int chunks) throws Exception {
        try (Caller one = Caller.of(gateway)) {
            one.post(CHAT, request(true));
            if (chunks >= 0) {
                one.head();
            }
            int read = 0;
            while (read < chunks && one.chunk().length > 0) {
                read++;
            }
            return read;
        }
    }

    @AfterEach
    void leavesNothingOpen() throws Exception {
        caller.close();
        await().untilAsserted(() -> {
            assertThat(gateway.openCalls()).isZero();
            assertThat(upstream.openConnections()).isZero();
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

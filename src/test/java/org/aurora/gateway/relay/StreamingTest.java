package org.aurora.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoLeaks.class)
class StreamingTest {
    private static final String CHAT = "/v1/chat/completions";
    /** Says that it wants no usage, so that the provider gets what the caller sent. */
    private static final String REQUEST = "{\"model\":\"up/gpt-x\",\"messages\":[],\"stream\":true,"
            + "\"stream_options\":{\"include_usage\":false}}";

    private static final String DONE = "data: [DONE]\n\n";

    private static String event(int number) {
        return "data: {\"model\":\"gpt-x\",\"choices\":[{\"delta\":{\"content\":\"" + number + "\"}}]}\n\n";
    }

    @Test
    void passesEachEventBeforeUpstreamSendsTheNext() throws Exception {
        Semaphore confirmed = new Semaphore(0);
        try (TestUpstream upstream = TestUpstream.answering(exchange -> {
                    exchange.beginEvents();
                    for (int number = 0; number < 20; number++) {
                        exchange.chunk(event(number));
                        assertThat(confirmed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                    }
                    exchange.endChunks();
                });
                RunningGateway gateway = RunningGateway.inFrontOf(upstream);
                Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, REQUEST);
            caller.head();
            for (int number = 0; number < 20; number++) {
                assertThat(caller.chunkText()).isEqualTo(event(number));
                confirmed.release();
            }
            assertThat(caller.chunk()).isEmpty();
        }
    }

    @Test
    void passesEachRenamedEventBeforeUpstreamSendsTheNext() throws Exception {
        Semaphore confirmed = new Semaphore(0);
        try (TestUpstream upstream = TestUpstream.answering(exchange -> {
                    exchange.beginEvents();
                    for (int number = 0; number < 20; number++) {
                        exchange.chunk(event(number));
                        assertThat(confirmed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                    }
                    exchange.endChunks();
                });
                RunningGateway gateway = RunningGateway.with(RunningGateway.yamlFor(upstream)
                                + "aliases: { regular: { target: up/gpt-x, response_model: requested } }\n")
                        .start();
                Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, REQUEST.replace("up/gpt-x", "regular"));
            caller.head();
            for (int number = 0; number < 20; number++) {
                assertThat(caller.chunkText()).isEqualTo(event(number).replace("gpt-x", "regular"));
                confirmed.release();
            }
            assertThat(caller.chunk()).isEmpty();
        }
    }

    @Test
    void servesLaterRequestsOnTheSameTwoConnections() throws Exception {
        try (TestUpstream upstream = TestUpstream.answering(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(exchange.bodyText());
                    exchange.chunk(DONE);
                    exchange.endChunks();
                });
                RunningGateway gateway = RunningGateway.inFrontOf(upstream);
                Caller caller = Caller.of(gateway)) {
            for (int round = 0; round < 5; round++) {
                String sent = REQUEST.replace("[]", "[" + round + "]");

                assertThat(caller.call(CHAT, sent).text()).isEqualTo(sent.replace("up/gpt-x", "gpt-x") + DONE);
            }
            assertThat(upstream.connectionsMade()).isEqualTo(1);
        }
    }

    @Test
    void keepsFiftyParallelStreamsApart() throws Exception {
        try (TestUpstream upstream = TestUpstream.answering(exchange -> {
                    exchange.beginEvents();
                    for (int number = 0; number < 20; number++) {
                        exchange.chunk("data: " + number + " " + exchange.bodyText() + "\n\n");
                    }
                    exchange.chunk(DONE);
                    exchange.endChunks();
                });
                RunningGateway gateway = RunningGateway.inFrontOf(upstream)) {
            List<Callable<String>> callers = new ArrayList<>();
            for (int caller = 0; caller < 50; caller++) {
                String request = REQUEST.replace("[]", "[" + caller + "]");
                callers.add(() -> streamed(gateway, request));
            }
            ExecutorService threads = Executors.newFixedThreadPool(50);
            List<Future<String>> answers = threads.invokeAll(callers);
            threads.shutdown();

            for (int caller = 0; caller < 50; caller++) {
                assertThat(answers.get(caller).get()).isEqualTo(expected(caller));
            }
        }
    }

    private static String streamed(RunningGateway gateway, String request) throws Exception {
        try (Caller caller = Caller.of(gateway)) {
            return caller.call(CHAT, request).text();
        }
    }

    private static String expected(int caller) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < 20; number++) {
            text.append("data: ").append(number).append(' ');
            text.append(REQUEST.replace("up/gpt-x", "gpt-x").replace("[]", "[" + caller + "]"));
            text.append("\n\n");
        }
        return text.append(DONE).toString();
    }

    @Test
    void passesTheHeadBeforeTheFirstEvent() throws Exception {
        BlockingQueue<String> headSeen = new SynchronousQueue<>();
        try (TestUpstream upstream = TestUpstream.answering(exchange -> {
                    exchange.beginEvents();
                    assertThat(headSeen.poll(10, TimeUnit.SECONDS)).isNotNull();
                    exchange.chunk(DONE);
                    exchange.endChunks();
                });
                RunningGateway gateway = RunningGateway.inFrontOf(upstream);
                Caller caller = Caller.of(gateway)) {
            caller.post(CHAT, REQUEST);
            assertThat(caller.head().header("content-type")).contains("text/event-stream");
            headSeen.put("seen");

            assertThat(new String(caller.chunks(), StandardCharsets.UTF_8)).isEqualTo(DONE);
        }
    }
}

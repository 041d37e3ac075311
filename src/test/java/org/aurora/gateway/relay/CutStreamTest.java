package org.aurora.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
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

/** What becomes of a stream that upstream does not bring to its end. */
@ExtendWith(NoLeaks.class)
class CutStreamTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String EVENT = "data: {\"model\":\"gpt-x\"}\n\n";
    private static final String HALF = "data: {\"mod";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String BROKE_OFF =
            "event: error\ndata: {\"error\":{\"message\":\"The provider broke off in the"
                    + " middle of this answer.\",\"type\":\"upstream_error\",\"param\":null,"
                    + "\"code\":\"invalid_upstream_response\"}}\n\n";
    private static final String FELL_SILENT =
            "event: error\ndata: {\"error\":{\"message\":\"The provider fell silent in"
                    + " the middle of this answer.\",\"type\":\"upstream_error\",\"param\":null,"
                    + "\"code\":\"provider_timeout\"}}\n\n";
    private static final String UNDELIMITED = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";

    private static volatile TestUpstream.Script script = UpstreamExchange::endChunks;
    private static TestUpstream upstream;
    private static RunningGateway gateway;

    private Caller caller;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(exchange -> script.answer(exchange));
        gateway = RunningGateway.with(RunningGateway.yamlFor(upstream)
                        + "aliases: { regular: { target: up/gpt-x, response_model: requested } }\n")
                .property("aurora.upstream.silence-timeout", "700ms")
                .start();
    }

    @BeforeEach
    void connect() throws Exception {
        caller = Caller.of(gateway);
    }

    private String streamed(String path, String model, TestUpstream.Script answer) throws Exception {
        script = answer;
        return caller.call(path, "{\"model\":\"" + model + "\",\"stream\":true}")
                .text();
    }

    private String chat(TestUpstream.Script answer) throws Exception {
        return streamed(CHAT, "up/gpt-x", answer);
    }

    @Test
    void tellsTheCallerThatUpstreamClosedBeforeTheLastChunk() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT);
                    exchange.close();
                }))
                .isEqualTo(EVENT + BROKE_OFF);
    }

    @Test
    void tellsTheCallerThatUpstreamResetTheConnection() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        script = exchange -> {
            exchange.beginEvents();
            exchange.chunk(EVENT);
            assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
            exchange.reset();
        };
        caller.post(CHAT, "{\"model\":\"up/gpt-x\",\"stream\":true}");
        caller.head();
        caller.chunk();
        seen.countDown();

        assertThat(new String(caller.chunks(), StandardCharsets.UTF_8)).isEqualTo(BROKE_OFF);
    }

    @Test
    void tellsTheCallerThatUpstreamClosedWithinAChunk() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT);
                    exchange.raw("40\r\n" + EVENT);
                    exchange.close();
                }))
                .isEqualTo(EVENT + EVENT + BROKE_OFF);
    }

    @Test
    void tellsTheCallerThatUpstreamClosedBeforeTheLengthItHadAnnounced() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 999\r\n\r\n");
                    exchange.raw(EVENT);
                    exchange.close();
                }))
                .isEqualTo(EVENT + BROKE_OFF);
    }

    @Test
    void endsAnEventThatWasCutBeforeItTellsOfTheCut() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT + HALF);
                    exchange.close();
                }))
                .isEqualTo(EVENT + HALF + "\n\n" + BROKE_OFF);
    }

    @Test
    void dropsAnEventThatWasCutBeforeItWasRenamed() throws Exception {
        assertThat(streamed(CHAT, "regular", exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT + HALF);
                    exchange.close();
                }))
                .isEqualTo(EVENT.replace("gpt-x", "regular") + BROKE_OFF);
    }

    @Test
    void tellsTheCallerThatUpstreamFellSilent() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT);
                    exchange.awaitClose();
                }))
                .isEqualTo(EVENT + FELL_SILENT);
    }

    @Test
    void takesACutAfterDoneForAGoodEnd() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT + DONE);
                    exchange.close();
                }))
                .isEqualTo(EVENT + DONE);
    }

    @Test
    void endsTheLineOfDoneWhereTheCutCameRightAfterIt() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT + DONE.strip());
                    exchange.close();
                }))
                .isEqualTo(EVENT + DONE);
    }

    @Test
    void endsTheLineOfDoneInARenamedStreamToo() throws Exception {
        assertThat(streamed(CHAT, "regular", exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(DONE.strip());
                    exchange.close();
                }))
                .isEqualTo(DONE);
    }

    @Test
    void takesAStreamThatOnlyTheConnectionEndsForCutWithoutDone() throws Exception {
        for (String path : new String[] {CHAT, "/v1/completions"}) {
            assertThat(streamed(path, "up/gpt-x", exchange -> {
                        exchange.raw(UNDELIMITED + EVENT);
                        exchange.close();
                    }))
                    .as(path)
                    .isEqualTo(EVENT + BROKE_OFF);
        }
    }

    @Test
    void takesAStreamThatOnlyTheConnectionEndsForCompleteWithDone() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.raw(UNDELIMITED + EVENT + DONE);
                    exchange.close();
                }))
                .isEqualTo(EVENT + DONE);
    }

    @Test
    void takesTheEndOfTheConnectionForTheEndWhereDoneIsNotCustomary() throws Exception {
        assertThat(streamed("/v1/responses", "up/gpt-x", exchange -> {
                    exchange.raw(UNDELIMITED + EVENT);
                    exchange.close();
                }))
                .isEqualTo(EVENT);
    }

    @Test
    void leavesAStreamAloneThatEndsInGoodOrderWithoutDone() throws Exception {
        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(EVENT);
                    exchange.endChunks();
                }))
                .isEqualTo(EVENT);
    }

    @Test
    void keepsTheCallersConnectionAfterACutStream() throws Exception {
        chat(exchange -> {
            exchange.beginEvents();
            exchange.close();
        });

        assertThat(chat(exchange -> {
                    exchange.beginEvents();
                    exchange.chunk(DONE);
                    exchange.endChunks();
                }))
                .isEqualTo(DONE);
    }

    @AfterEach
    void leavesNothingOpen() throws Exception {
        caller.close();
        await().untilAsserted(() -> {
            assertThat(gateway.openCalls()).isZero();
            assertThat(upstream.openConnections()).isLessThanOrEqualTo(1);
        });
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
    }
}

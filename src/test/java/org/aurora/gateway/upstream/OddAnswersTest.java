package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.upstream.Refusal.assertRefused;
import static org.awaitility.Awaitility.await;

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

/** Answers that say 200 and are none, and answers that are not HTTP. */
@ExtendWith(NoLeaks.class)
class OddAnswersTest {
    private static final String JSON_HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

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

    private Caller.Answer chat(TestUpstream.Script answer) throws Exception {
        script = answer;
        return caller.chat("up/gpt-x");
    }

    private void assertInvalid(TestUpstream.Script answer) throws Exception {
        assertRefused(chat(answer), 502, "invalid_upstream_response");
    }

    @Test
    void refusesAPageInThePlaceOfAnAnswer() throws Exception {
        assertInvalid(exchange -> exchange.document(200, "text/html; charset=utf-8", "<h1>Log in</h1>"));
    }

    @Test
    void refusesAnEmptyAnswer() throws Exception {
        assertInvalid(exchange -> exchange.json(200, ""));
    }

    @Test
    void refusesAnAnswerWithoutContent() throws Exception {
        assertInvalid(exchange -> exchange.raw("HTTP/1.1 204 No Content\r\n\r\n"));
    }

    @Test
    void refusesAnAnswerThatIsNotTheJsonItSays() throws Exception {
        for (String text : new String[] {"nonsense", "{\"a\":", "{} {}", "{\"a\":1}}"}) {
            assertInvalid(exchange -> exchange.json(200, text));
        }
    }

    @Test
    void refusesTextWithoutAType() throws Exception {
        assertInvalid(exchange -> exchange.raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"));
    }

    @Test
    void passesJsonWithoutAType() throws Exception {
        Caller.Answer answer = chat(exchange -> exchange.raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));

        assertThat(answer.text()).isEqualTo("{}");
    }

    @Test
    void refusesJsonThatIsShorterThanItsLength() throws Exception {
        assertInvalid(exchange -> {
            exchange.raw(JSON_HEAD + "content-length: 10\r\n\r\n{}");
            exchange.close();
        });
    }

    @Test
    void refusesJsonWithoutItsLastChunk() throws Exception {
        assertInvalid(exchange -> {
            exchange.raw(JSON_HEAD + "transfer-encoding: chunked\r\n\r\n");
            exchange.chunk("{}");
            exchange.close();
        });
    }

    @Test
    void refusesHalfADocumentThatOnlyTheConnectionEnds() throws Exception {
        assertInvalid(exchange -> {
            exchange.raw(JSON_HEAD + "\r\n{\"a\":");
            exchange.close();
        });
    }

    @Test
    void passesADocumentThatOnlyTheConnectionEnds() throws Exception {
        Caller.Answer answer = chat(exchange -> {
            exchange.raw(JSON_HEAD + "\r\n{\"a\":1}");
            exchange.close();
        });

        assertThat(answer.text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void passesAnAnswerOfAnOlderProtocol() throws Exception {
        Caller.Answer answer = chat(exchange -> {
            exchange.raw("HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n{\"a\":1}");
            exchange.close();
        });

        assertThat(answer.text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void followsNoRedirect() throws Exception {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            int before = upstream.untakenRequests();
            assertInvalid(exchange -> exchange.raw("HTTP/1.1 " + status + " Over there\r\nlocation: "
                    + upstream.baseUrl() + "/elsewhere\r\ncontent-length: 0\r\n\r\n"));
            assertThat(upstream.untakenRequests()).isEqualTo(before + 1);
        }
    }

    @Test
    void refusesAHugeHeader() throws Exception {
        assertInvalid(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\nx-huge: " + "x".repeat(80_000) + "\r\ncontent-length: 2\r\n\r\n{}");
            exchange.awaitClose();
        });
    }

    @Test
    void refusesGarbageInThePlaceOfHttp() throws Exception {
        for (String garbage : new String[] {
            "SSH-2.0-OpenSSH_9.9\r\n\r\n", "220 mail.example ready\r\n\r\n", "{}\n\n", "HTTP/1.1 2x0\r\n\r\n"
        }) {
            assertInvalid(exchange -> {
                exchange.raw(garbage);
                exchange.awaitClose();
            });
        }
    }

    @Test
    void refusesAChunkOfNoLength() throws Exception {
        assertInvalid(exchange -> {
            exchange.raw(JSON_HEAD + "transfer-encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n");
            exchange.awaitClose();
        });
    }

    @Test
    void refusesASwitchOfProtocols() throws Exception {
        assertInvalid(exchange -> {
            exchange.raw("HTTP/1.1 101 Switching\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n");
            exchange.close();
        });
    }

    @Test
    void takesNoInterimAnswerForTheAnswer() throws Exception {
        for (String interim : new String[] {"100 Continue", "102 Processing", "103 Early Hints"}) {
            Caller.Answer answer = chat(exchange -> {
                exchange.raw("HTTP/1.1 " + interim + "\r\nlink: </x>\r\n\r\n");
                exchange.raw("HTTP/1.1 " + interim + "\r\n\r\n");
                exchange.json(200, "{\"after\":\"" + interim + "\"}");
            });

            assertThat(answer.text()).isEqualTo("{\"after\":\"" + interim + "\"}");
        }
    }

    @Test
    void passesAnAnswerThatCameBeforeTheRequestWasRead() throws Exception {
        try (TestUpstream hasty = TestUpstream.answeringHeads(exchange -> {
                    exchange.json(413, "{\"e\":413}");
                    exchange.awaitCloseUnread();
                });
                RunningGateway other = RunningGateway.inFrontOf(hasty);
                Caller sender = Caller.of(other)) {
            String padding = "x".repeat(16 * 1024 * 1024);

            Caller.Answer answer =
                    sender.call("/v1/chat/completions", "{\"model\":\"up/gpt-x\",\"padding\":\"" + padding + "\"}");

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).isEqualTo("{\"e\":413}");
            await().until(() -> hasty.openConnections() == 0);
        }
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

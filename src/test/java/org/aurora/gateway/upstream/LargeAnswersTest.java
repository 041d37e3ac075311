package org.aurora.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
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

/** Answers that are too large to hold, binary ones, compressed ones. */
@ExtendWith(NoLeaks.class)
class LargeAnswersTest {
    private static final String COMPRESSED_STREAM = String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "content-type: text/event-stream",
            "content-encoding: gzip",
            "transfer-encoding: chunked",
            "",
            "");

    private static final String SPEECH = "/v1/audio/speech";
    private static final String REQUEST = "{\"model\":\"up/gpt-x\",\"input\":\"hello\"}";

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

    private static String json(int bytes) {
        return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
    }

    @Test
    void holdsADocumentOfOneMebibyteWhole() throws Exception {
        script = exchange -> exchange.json(200, json(UpstreamReply.MAX_HELD_BYTES));

        Caller.Answer answer = caller.chat("up/gpt-x");

        assertThat(answer.header("content-length")).contains(Integer.toString(UpstreamReply.MAX_HELD_BYTES));
        assertThat(answer.text()).isEqualTo(json(UpstreamReply.MAX_HELD_BYTES));
    }

    @Test
    void passesALargerDocumentAsItComes() throws Exception {
        String large = json(5 * UpstreamReply.MAX_HELD_BYTES);
        script = exchange -> exchange.json(200, large);

        Caller.Answer answer = caller.chat("up/gpt-x");

        assertThat(answer.header("transfer-encoding")).contains("chunked");
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(answer.text()).isEqualTo(large);
        assertThat(upstream.openConnections()).isEqualTo(1);
    }

    @Test
    void cutsTheCallersConnectionWhenALargerDocumentIsCut() throws Exception {
        script = exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9000000\r\n\r\n");
            exchange.raw(json(2 * UpstreamReply.MAX_HELD_BYTES));
            exchange.close();
        };
        caller.post("/v1/chat/completions", REQUEST);
        assertThat(caller.head().status()).isEqualTo(200);

        assertThatThrownBy(caller::chunks).isInstanceOf(EOFException.class);
    }

    @Test
    void passesSpeechAsItComes() throws Exception {
        byte[] sound = new byte[1000];
        new Random(7).nextBytes(sound);
        CountDownLatch heard = new CountDownLatch(1);
        script = exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\ntransfer-encoding: chunked\r\n\r\n");
            exchange.chunk(sound);
            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
            exchange.chunk(sound);
            exchange.endChunks();
        };
        caller.post(SPEECH, REQUEST);
        assertThat(caller.head().header("content-type")).contains("audio/mpeg");
        assertThat(caller.chunk()).isEqualTo(sound);
        heard.countDown();

        assertThat(caller.chunks()).isEqualTo(sound);
    }

    @Test
    void cutsTheCallersConnectionWhenSpeechIsCut() throws Exception {
        script = exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\ntransfer-encoding: chunked\r\n\r\n");
            exchange.chunk("sound");
            exchange.close();
        };
        caller.post(SPEECH, REQUEST);
        caller.head();
        assertThat(caller.chunkText()).isEqualTo("sound");

        assertThatThrownBy(caller::chunk).isInstanceOf(EOFException.class);
    }

    @Test
    void passesSpeechThatOnlyTheConnectionEnds() throws Exception {
        script = exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\n\r\nsound");
            exchange.close();
        };

        assertThat(caller.call(SPEECH, REQUEST).text()).isEqualTo("sound");
    }

    @Test
    void passesACompressedDocumentAsItIs() throws Exception {
        byte[] compressed = compressed("{\"model\":\"gpt-x\"}");
        script = exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n"
                    + "content-length: " + compressed.length + "\r\n\r\n");
            exchange.raw(compressed);
        };

        Caller.Answer answer = caller.chat("up/gpt-x");

        assertThat(answer.header("content-encoding")).contains("gzip");
        assertThat(answer.body()).isEqualTo(compressed);
    }

    @Test
    void passesACompressedStreamAsItIs() throws Exception {
        byte[] compressed = compressed("data: {\"model\":\"gpt-x\"}\n\n");
        script = exchange -> {
            exchange.raw(COMPRESSED_STREAM);
            exchange.chunk(compressed);
            exchange.endChunks();
        };

        Caller.Answer answer = caller.chat("up/gpt-x");

        assertThat(answer.header("content-encoding")).contains("gzip");
        assertThat(answer.body()).isEqualTo(compressed);
    }

    @Test
    void cutsTheCallersConnectionWhenACompressedStreamIsCut() throws Exception {
        script = exchange -> {
            exchange.raw(COMPRESSED_STREAM);
            exchange.chunk(compressed("data: {}\n\n"));
            exchange.close();
        };
        caller.post("/v1/chat/completions", REQUEST);
        caller.head();

        assertThatThrownBy(caller::chunks).isInstanceOf(EOFException.class);
    }

    private static byte[] compressed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
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

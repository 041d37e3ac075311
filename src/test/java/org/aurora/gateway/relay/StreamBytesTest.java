package org.aurora.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.aurora.gateway.testing.Caller;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams that are odd but legal, cut into chunks at every place. */
@ExtendWith(NoLeaks.class)
class StreamBytesTest {
    private static final String CHAT = "/v1/chat/completions";

    /** Every line end there is, comments, other fields, an event of two lines, characters of two to four bytes. */
    private static final String ODD = String.join(
            "",
            "\uFEFF: hello\r\n\r\n",
            "event: chunk\nid: 7\ndata: {\"model\":\"gpt-x\",\"a\":\"\u00e9\u20ac\ud83d\ude00\"}\n\n",
            "retry: 10\r\rdata:{ \"model\" : \"gpt-x\" }\r\n\r\n",
            "data: {\"model\":\ndata: \"gpt-x\"}\n\n",
            ":\n\n\n\n",
            "data\n\ndata: [DONE]\n\n");

    private static TestUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(StreamBytesTest::answer);
        gateway = RunningGateway.with(RunningGateway.yamlFor(upstream)
                        + "aliases: { regular: { target: up/gpt-x, response_model: requested } }\n")
                .start();
    }

    /** Sends the stream in two chunks that meet where the request says, or byte by byte. */
    private static void answer(UpstreamExchange exchange) throws Exception {
        byte[] bytes = ODD.getBytes(StandardCharsets.UTF_8);
        String wish = exchange.bodyText().replaceAll(".*\"at\":(-?[0-9]+).*", "$1");
        int at = Integer.parseInt(wish);
        exchange.beginEvents();
        if (at < 0) {
            for (byte single : bytes) {
                exchange.chunk(new byte[] {single});
            }
        } else {
            exchange.chunk(Arrays.copyOf(bytes, at));
            exchange.chunk(Arrays.copyOfRange(bytes, at, bytes.length));
        }
        exchange.endChunks();
    }

    private static String request(String model, int at) {
        return "{\"model\":\"" + model + "\",\"at\":" + at + "}";
    }

    @Test
    void leavesAStreamAsItIsWhereverItIsCut() throws Exception {
        byte[] expected = ODD.getBytes(StandardCharsets.UTF_8);
        try (Caller caller = Caller.of(gateway)) {
            for (int at = 1; at < expected.length; at++) {
                assertThat(caller.call(CHAT, request("up/gpt-x", at)).body())
                        .as("cut at %s", at)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void leavesAStreamOfSingleBytesAsItIs() throws Exception {
        try (Caller caller = Caller.of(gateway)) {
            assertThat(caller.call(CHAT, request("up/gpt-x", -1)).text()).isEqualTo(ODD);
        }
    }

    @Test
    void changesNothingButTheModelWhereTheRequestedOneIsWanted() throws Exception {
        String expected = ODD.replace("{\"model\":\"gpt-x\"", "{\"model\":\"regular\"")
                .replace("{ \"model\" : \"gpt-x\" }", "{ \"model\" : \"regular\" }");
        try (Caller caller = Caller.of(gateway)) {
            int length = ODD.getBytes(StandardCharsets.UTF_8).length;
            for (int at = 1; at < length; at++) {
                assertThat(caller.call(CHAT, request("regular", at)).text())
                        .as("cut at %s", at)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void changesNothingButTheModelInAStreamOfSingleBytes() throws Exception {
        String expected = ODD.replace("{\"model\":\"gpt-x\"", "{\"model\":\"regular\"")
                .replace("{ \"model\" : \"gpt-x\" }", "{ \"model\" : \"regular\" }");
        try (Caller caller = Caller.of(gateway)) {
            assertThat(caller.call(CHAT, request("regular", -1)).text()).isEqualTo(expected);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
    }
}

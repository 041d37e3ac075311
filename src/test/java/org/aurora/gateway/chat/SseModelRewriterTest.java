package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RandomJson;
import org.aurora.gateway.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseModelRewriterTest {
    /** Where upstream's name stands in a template; {@code @} becomes a string token. */
    private static final String UP = "\"gpt-4o-2024-08-06\"";

    private static final String ASKED = "\"asked\"";

    static Stream<String> streams() {
        return Stream.of(
                "data: {\"id\":\"1\",\"model\":@,\"choices\":[]}\n\ndata: {\"model\":@}\n\ndata: [DONE]\n\n",
                "data: {\"model\":@}\r\n\r\ndata: {\"model\":@}\r\n\r\n",
                "data: {\"model\":@}\r\rdata: {\"model\":@}\r\r",
                "data: {\"model\":@}\r\n\ndata: {\"model\":@}\n\r\ndata: {\"model\":@}\r\r\n\n",
                "data:{\"model\":@}\n\ndata:   { \"x\" : [1.50] , \"model\" : @ }  \n\n",
                ": ping\n\n: {\"model\":\"x\"}\nevent: chunk\nid: 7\nretry: 10\ndata: {\"model\":@}\n: tail\n\n",
                "event: response.created\ndata: {\"type\":\"t\",\"response\":{\"id\":\"r\",\"model\":@}}\n\n",
                "data: {\"content\":\"é日😀\\n\\n\",\"model\":@,\"z\":\"😀\"}\n\n",
                "\n\n\r\n\rdata: {\"model\":@}\n\n\n\n",
                "\ufeffdata: {\"model\":@}\n\ndata: {\"model\":@}\n\n",
                "data: {\"model\":@,\"x\":{\"model\":\"inner\"},\"model\":@}\n\n",
                "data: {\"model\":null}\n\ndata: [{\"model\":\"x\"}]\n\ndata\n\ndata:\n\n",
                "data: {\"model\":\"x\",\ndata: \"y\":1}\n\ndata: {\"model\":\"x\"}\ndata\n\n",
                "data: {\"model\":\"x\"\n\ndata: {\"model\":\"x\"}}\n\ndata: no {\"model\":\"x\"}\n\n",
                "metadata: {\"model\":\"x\"}\n data: {\"model\":\"x\"}\ndata : {\"model\":\"x\"}\n\n",
                "data: {\"model\":@}\n\n\ufeffdata: {\"model\":\"x\"}\n\n",
                "data: {\"model\":@}",
                "data: {\"model\":@}\n",
                "data: {\"model\":@}\n\ndata: {\"model\":\"gpt-4",
                "{\"model\":\"not an event\"}");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void replacesTheModelAndNothingElseWhereverTheStreamIsCut(String template) {
        byte[] stream = Bytes.of(template.replace("@", UP));
        for (int first = 0; first <= stream.length; first++) {
            SseModelRewriter rewriter = new SseModelRewriter("asked");
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            out.writeBytes(rewriter.push(Arrays.copyOf(stream, first)));
            out.writeBytes(rewriter.push(Arrays.copyOfRange(stream, first, stream.length)));
            out.writeBytes(rewriter.finish());

            assertThat(Bytes.text(out.toByteArray())).as("cut at %d", first).isEqualTo(template.replace("@", ASKED));
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void takesAStreamByteByByte(String template) {
        SseModelRewriter rewriter = new SseModelRewriter("asked");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        for (byte next : Bytes.of(template.replace("@", UP))) {
            out.writeBytes(rewriter.push(new byte[] {next}));
        }
        out.writeBytes(rewriter.finish());

        assertThat(Bytes.text(out.toByteArray())).isEqualTo(template.replace("@", ASKED));
    }

    @Test
    void takesRandomStreamsInRandomChunks() {
        long seed = Seed.next("SseModelRewriterTest");
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String template = randomStream(random);

            String rewritten = inRandomChunks(template.replace("@", UP), random);

            assertThat(rewritten).as("stream %d of seed %d", i, seed).isEqualTo(template.replace("@", ASKED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n\r\n", "\r\r", "\n\r"})
    void sendsAnEventOnWithTheByteThatCompletesIt(String end) {
        SseModelRewriter rewriter = new SseModelRewriter("asked");
        String line = "data: {\"model\":\"asked\"}";
        int completing = end.equals("\r\n\r\n") ? 3 : 2;

        assertThat(rewriter.push(Bytes.of(line + end.substring(0, completing - 1))))
                .isEmpty();
        assertThat(Bytes.text(rewriter.push(Bytes.of(end.substring(completing - 1)))))
                .isEqualTo(line + end);
    }

    @Test
    void rewritesAnEventOfExactlyTheLimit() {
        String event = eventOf(SseModelRewriter.MAX_EVENT_BYTES);

        assertThat(inHalves(event).equals(event.replace("\"model\":\"up\"", "\"model\":\"asked\"")))
                .isTrue();
    }

    @Test
    void passesALargerEventUnchangedAndGoesOnWithTheNext() {
        String event = eventOf(SseModelRewriter.MAX_EVENT_BYTES + 1);

        String rewritten = inHalves(event + "data: {\"model\":\"up\"}\n\n");

        assertThat(rewritten.equals(event + "data: {\"model\":\"asked\"}\n\n")).isTrue();
    }

    @Test
    void holdsNothingBackOfAnEventOnceItIsTooLarge() {
        SseModelRewriter rewriter = new SseModelRewriter("asked");
        byte[] start = Bytes.of("data: " + "x".repeat(SseModelRewriter.MAX_EVENT_BYTES));

        assertThat(rewriter.push(start).length).isEqualTo(start.length);
        assertThat(rewriter.push(Bytes.of("more"))).hasSize(4);
        assertThat(rewriter.finish()).isEmpty();
    }

    @Test
    void passesBytesThatAreNotUtf8() {
        byte[] stream = "data: {\"model\":\"up\",\"x\":\"\u00ff\u00fe\"}\n\n".getBytes(ISO_8859_1);

        assertThat(new SseModelRewriter("asked").push(stream)).isEqualTo(stream);
    }

    private static String eventOf(int bytes) {
        String start = "data: {\"model\":\"up\",\"x\":\"";
        String end = "\"}\n\n";
        return start + "x".repeat(bytes - start.length() - end.length()) + end;
    }

    private static String inHalves(String stream) {
        byte[] bytes = Bytes.of(stream);
        SseModelRewriter rewriter = new SseModelRewriter("asked");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(rewriter.push(Arrays.copyOf(bytes, bytes.length / 2)));
        out.writeBytes(rewriter.push(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length)));
        out.writeBytes(rewriter.finish());
        return Bytes.text(out.toByteArray());
    }

    private static String inRandomChunks(String stream, Random random) {
        byte[] bytes = Bytes.of(stream);
        SseModelRewriter rewriter = new SseModelRewriter("asked");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int start = 0;
        while (start < bytes.length) {
            int end = Math.min(bytes.length, start + random.nextInt(40));
            out.writeBytes(rewriter.push(Arrays.copyOfRange(bytes, start, end)));
            start = end;
        }
        out.writeBytes(rewriter.finish());
        return Bytes.text(out.toByteArray());
    }

    private static String randomStream(Random random) {
        StringBuilder stream = new StringBuilder();
        for (int events = random.nextInt(6); events > 0; events--) {
            String lineEnd = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
            stream.append(random.nextBoolean() ? ": note é" + lineEnd : "");
            stream.append(random.nextBoolean() ? "event: x" + lineEnd : "");
            String value = new RandomJson(random).value(2).text().replaceAll("[\n\r]", " ");
            stream.append("data: {\"v\":").append(value).append(random.nextBoolean() ? ",\"model\":@" : "");
            stream.append("}").append(lineEnd).append(lineEnd);
        }
        return stream.toString();
    }
}

package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aurora.gateway.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SseUsageFilterTest {
    private static final String USAGE = "{\"prompt_tokens\":1,\"completion_tokens\":2}";
    private static final String TAKEN = "{\"choices\":[],\"usage\":" + USAGE + "}";
    private static final String KEPT = "{\"choices\":[{\"delta\":{\"content\":\"é日😀\"}}],\"usage\":null}";

    /** Streams in which the stretches between # are taken out. */
    static Stream<String> streams() {
        return Stream.of(
                        "data: K\n\n#data: T\n\n#data: [DONE]\n\n",
                        "data: K\r\n\r\n#data: T\r\n\r\n#data: [DONE]\r\n\r\n",
                        "data: K\r\r#data: T\r\r#data: [DONE]\r\r",
                        "data: K\r\n\r\n#data: T\r\n\r\n#\r\n\n: ping\n\n",
                        ": ping\n\n#: note\nevent: x\nid: 1\ndata: T\nretry: 1\n\n#: ping\n\n\n\ndata: K\n\n",
                        "\ufeffdata: K\n\n#data:T\n\n##data:  T \n\n#",
                        "#data: {\"choices\":[],\ndata: \"usage\":{}}\n\n#data: K\n\n",
                        "data: K\n\n#data: T\n#",
                        "data: K\n\n#data: T#",
                        "data: K\n\ndata: {\"choices\":[],\"usage\":",
                        "data: {\"choices\":[],\"usage\":null}\n\ndata: {\"choices\":[],\"usage\":1}\n\n",
                        "data: {\"choices\":[]}\n\ndata: {\"usage\":{}}\n\ndata: {\"choices\":null,\"usage\":{}}\n\n",
                        "data: {\"choices\":[{}],\"usage\":{}}\n\ndata: {\"choices\":{},\"usage\":{}}\n\n",
                        "data: {\"x\":{\"choices\":[],\"usage\":{}}}\n\ndata: [T]\n\ndata: T T\n\n",
                        "data: {\"choices\":[{\"text\":\"\\\"choices\\\":[],\\\"usage\\\":{}\"}]}\n\n",
                        "data: {\"response\":{\"choices\":[],\"usage\":{}}}\n\n",
                        "#data: {\"usage\":{},\"ch\\u006fices\":[ ] ,\"x\":[[1],{}]}\n\n#data: K\n\n")
                .map(text -> text.replace("T", TAKEN).replace("K", KEPT));
    }

    private static String left(String marked) {
        StringBuilder left = new StringBuilder();
        String[] parts = marked.split("#", -1);
        for (int i = 0; i < parts.length; i += 2) {
            left.append(parts[i]);
        }
        return left.toString();
    }

    private static String filtered(List<byte[]> chunks) {
        SseUsageFilter filter = new SseUsageFilter(new SseScan(members -> {}));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunks.forEach(chunk -> out.writeBytes(filter.push(chunk)));
        out.writeBytes(filter.finish());
        return Bytes.text(out.toByteArray());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void takesOutTheEventOfUsageAloneWhereverTheStreamIsCut(String marked) {
        byte[] stream = Bytes.of(marked.replace("#", ""));
        for (int cut = 0; cut <= stream.length; cut++) {
            byte[] before = Arrays.copyOf(stream, cut);
            byte[] after = Arrays.copyOfRange(stream, cut, stream.length);

            assertThat(filtered(List.of(before, after))).as("cut at %d", cut).isEqualTo(left(marked));
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void takesOutTheSameInRandomPieces(String marked) {
        Random random = new Random(Seed.next("SseUsageFilterTest"));
        byte[] stream = Bytes.of(marked.replace("#", ""));
        for (int round = 0; round < 50; round++) {
            List<byte[]> chunks = new ArrayList<>();
            for (int from = 0; from < stream.length; ) {
                int to = Math.min(stream.length, from + 1 + random.nextInt(6));
                chunks.add(Arrays.copyOfRange(stream, from, to));
                from = to;
            }
            assertThat(filtered(chunks)).isEqualTo(left(marked));
        }
    }

    @Test
    void holdsNoEventThatIsWhole() {
        SseUsageFilter filter = new SseUsageFilter(new SseScan(members -> {}));
        byte[] event = Bytes.of("data: " + KEPT + "\r\n\r\n");

        assertThat(filter.push(event)).isEqualTo(event);
        assertThat(filter.push(event)).isEqualTo(event);
    }

    @Test
    void passesAnEventAsSoonAsItIsTooLongToBeHeld() {
        SseUsageFilter filter = new SseUsageFilter(new SseScan(members -> {}));
        byte[] beginning =
                Bytes.of("data: {\"choices\":[],\"usage\":{},\"x\":\"" + "x".repeat(SseUsageFilter.MAX_HELD_BYTES));

        assertThat(filter.push(beginning)).isEqualTo(beginning);
        assertThat(Bytes.text(filter.push(Bytes.of("\"}\r\n\r\ndata: ")))).isEqualTo("\"}\r\n\r\n");
        assertThat(Bytes.text(filter.push(Bytes.of("x\n\n")))).isEqualTo("data: x\n\n");
    }
}

package org.aurora.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a body costs to read does not depend on what a hostile caller fills it with. */
class ReadingCostTest {
    private static final int MANY = 8_000_000;

    static Stream<Arguments> largeBodies() {
        return Stream.of(
                arguments("a string", "\"" + "s".repeat(MANY) + "\""),
                arguments("escapes", "\"" + "\\\"".repeat(MANY / 2) + "\""),
                arguments("characters of four bytes", "\"" + "😀".repeat(MANY / 4) + "\""),
                arguments("a number", "9".repeat(MANY)),
                arguments("a name", "{\"" + "n".repeat(MANY) + "\":1}"),
                arguments("many names", "{\"\":1" + ",\"b\":{\"a\":2}".repeat(MANY / 12) + "}"),
                arguments("many names beside the model", "1" + ",\"m\\u006f\":3".repeat(MANY / 13)),
                arguments("white space", " ".repeat(MANY) + "1"),
                arguments("an array", "[1" + ",1".repeat(MANY / 2) + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeBodies")
    @Timeout(10)
    void readsALargeValueWithoutHoldingItAgain(String kind, String value) {
        byte[] body = Bytes.of("{\"x\":" + value + ",\"model\":\"m\",\"provider\":\"p\"}");

        long allocated = allocatedBy(() -> RequestBody.naming(body, ModelFields.read(body), "other"));

        assertThat(allocated).as(kind).isLessThan(200_000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeBodies")
    @Timeout(10)
    void takesALargeEventInSmallChunksWithoutHoldingItAgainEachTime(String kind, String value) {
        byte[] event = Bytes.of("data: {\"model\":\"m\",\"x\":" + value + "}\n\n");
        SseModelRewriter rewriter = new SseModelRewriter("other");

        long allocated = allocatedBy(() -> {
            for (int start = 0; start < event.length; start += 100) {
                rewriter.push(Arrays.copyOfRange(event, start, Math.min(start + 100, event.length)));
            }
        });

        assertThat(allocated).as(kind).isLessThan(10L * event.length);
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}

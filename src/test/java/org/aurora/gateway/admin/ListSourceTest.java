package org.aurora.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.component.netty.http.handlers.HttpOutboundStreamHandler;
import org.aurora.gateway.relay.BytesFormat;
import org.aurora.gateway.relay.RelayBody;
import org.aurora.gateway.testing.NoLeaks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoLeaks.class)
class ListSourceTest {
    private static final int ELEMENTS = 100_000;
    private static final String TEXT = "x".repeat(100);

    private final AtomicInteger made = new AtomicInteger();
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Test
    void makesNoMoreThanMayWait() throws IOException {
        ListSource source = source(ListSourceTest::write);

        source.resume();
        runAll();

        assertThat(made.get()).isBetween(1, ELEMENTS / 10);
        assertThat(source.relay().full()).isTrue();
        assertThat(source.relay().ended()).isFalse();
    }

    @Test
    void holdsNoThreadWhileItWaits() throws IOException {
        ListSource source = source(ListSourceTest::write);
        source.resume();

        runAll();

        assertThat(tasks).isEmpty();
    }

    @Test
    void goesOnOnceThereIsRoomAndComesToItsEnd() throws IOException {
        ListSource source = source(ListSourceTest::write);
        source.resume();
        RelayBody body = body(source);
        long bytes = 0;
        while (!body.isEndOfInput()) {
            runAll();
            bytes += taken(body);
        }

        assertThat(made.get()).isEqualTo(ELEMENTS);
        assertThat(bytes).isEqualTo(2L + ELEMENTS * (TEXT.length() + 3L) - 1);
    }

    @Test
    void stopsWhenItsCallerHasLeft() throws IOException {
        ListSource source = source(ListSourceTest::write);
        source.resume();
        runAll();
        int before = made.get();

        source.relay().close();
        source.resume();
        runAll();

        assertThat(made.get()).isEqualTo(before);
    }

    @Test
    void isCutOffWhereAnElementCannotBeWritten() throws IOException {
        ListSource source = source((json, element) -> {
            throw new IllegalStateException("as a test wants it");
        });

        source.resume();
        runAll();

        assertThat(source.relay().ended()).isTrue();
        assertThat(source.relay().drain()).isEmpty();
    }

    @Test
    void isCutOffWhereTheGatewayStops() throws IOException {
        ListSource source = new ListSource("call", pieces(ListSourceTest::write), task -> {
            throw new RejectedExecutionException();
        });

        source.resume();

        assertThat(source.relay().ended()).isTrue();
    }

    private static void write(JsonGenerator json, String element) throws IOException {
        json.writeString(element);
    }

    private ListSource source(ListedJson.Element<String> element) throws IOException {
        return new ListSource("call", pieces(element), tasks::add);
    }

    private JsonPieces<String> pieces(ListedJson.Element<String> element) throws IOException {
        return new JsonPieces<>(ListedJson.array(
                IntStream.range(0, ELEMENTS).mapToObj(i -> {
                    made.incrementAndGet();
                    return TEXT;
                }),
                element));
    }

    private static RelayBody body(ListSource source) {
        return new RelayBody(
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK),
                source.relay(),
                new BytesFormat(Optional.empty()),
                new EmbeddedChannel(new HttpOutboundStreamHandler()),
                ending -> {});
    }

    /** Takes all that waits. */
    private static long taken(RelayBody body) {
        long bytes = 0;
        for (HttpContent piece = next(body); piece != null; piece = body.isEndOfInput() ? null : next(body)) {
            bytes += piece.content().readableBytes();
            piece.release();
        }
        return bytes;
    }

    private static @Nullable HttpContent next(RelayBody body) {
        return body.readChunk(UnpooledByteBufAllocator.DEFAULT);
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}

package org.aurora.gateway.admin;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.relay.ByteRelay;
import org.aurora.gateway.relay.BytesFormat;
import org.aurora.gateway.relay.Ending;
import org.aurora.gateway.relay.RelayBody;

/**
 * Answers that are lists, of whatever length. A short one is sent whole. A long one is made in pieces as its caller
 * takes them, so that no list of everything is ever in memory; it ends early, with the connection, where it cannot be
 * made to its end.
 */
public final class ListAnswers implements AutoCloseable {
    private static final int THREADS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "admin-lists");
        thread.setDaemon(true);
        return thread;
    });

    /** Answers 200 with the list; the first piece is made at once, by the thread that calls. */
    <T> HttpResponse of(Exchange exchange, ListedJson<T> list) throws IOException {
        JsonPieces<T> pieces = new JsonPieces<>(list);
        byte[] first = pieces.next();
        return pieces.complete() ? JsonAnswer.of(HttpResponseStatus.OK, first) : longer(exchange, first, pieces);
    }

    private HttpResponse longer(Exchange exchange, byte[] first, JsonPieces<?> rest) {
        Call call = Call.of(exchange)
                .orElseThrow(() -> new IllegalStateException("only a request that came by HTTP can be streamed to"));
        DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        ListSource source = new ListSource(call.id(), rest, threads);
        ByteRelay relay = source.relay();
        RelayBody body = new RelayBody(head, relay, new BytesFormat(Optional.empty()), call.channel(), ending -> {});
        call.whenOver(relay::close);
        if (call.asksForHeadOnly()) {
            relay.end(Ending.COMPLETE);
        } else {
            relay.offer(Unpooled.wrappedBuffer(first));
            source.resume();
        }
        return body;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package org.aurora.gateway.inbound;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One connection with its gate and nothing behind it but the test, on a clock that the test turns. */
final class GatedChannel implements AutoCloseable {
    static final long MAX_BODY_BYTES = 1_000_000;

    private final EmbeddedChannel channel = new EmbeddedChannel();

    GatedChannel(BodyBudget budget, OpenCalls openCalls) {
        this(budget, openCalls, (request, call) -> Optional.empty());
    }

    GatedChannel(BodyBudget budget, OpenCalls openCalls, Admission admission) {
        channel.freezeTime();
        channel.pipeline()
                .addLast("decoder", new HttpRequestDecoder())
                .addLast("encoder", new HttpResponseEncoder())
                .addLast("gate", new Gates(admission, MAX_BODY_BYTES, budget, openCalls, call -> {}).get())
                .addLast("aggregator", new HttpObjectAggregator(Integer.MAX_VALUE));
    }

    GatedChannel receives(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
        return this;
    }

    GatedChannel secondsPass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        return this;
    }

    /** The targets of the requests that came through to the routes since this was asked last. */
    List<String> begun() {
        List<String> targets = new ArrayList<>();
        for (FullHttpRequest request = channel.readInbound(); request != null; request = channel.readInbound()) {
            targets.add(request.uri());
            request.release();
        }
        return targets;
    }

    /** Answers the request that is under way; nothing comes of it where the caller has left. */
    GatedChannel answers(String body) {
        channel.writeAndFlush(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8)));
        return this;
    }

    /** All that was sent since this was asked last. */
    String sent() {
        StringBuilder all = new StringBuilder();
        for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            all.append(piece.toString(StandardCharsets.UTF_8));
            piece.release();
        }
        return all.toString();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    boolean isRead() {
        return channel.config().isAutoRead();
    }

    @Override
    public void close() {
        begun();
        sent();
        channel.close();
        begun();
        sent();
    }
}

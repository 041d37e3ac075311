package org.aurora.gateway.upstream;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aurora.gateway.testing.TestUpstream;
import reactor.netty.resources.LoopResources;

/** The client towards providers without a gateway around it, on one event loop that a test can hold up. */
final class DirectClient implements AutoCloseable {
    private final LoopResources eventLoops = LoopResources.create("direct", 1, true);
    private final UpstreamClient client;
    private final boolean nativeTransport;

    DirectClient(boolean nativeTransport) {
        this.nativeTransport = nativeTransport;
        LoopResources chosen = nativeTransport ? eventLoops : new SelectorOnly(eventLoops);
        client = new UpstreamClient(chosen, new UpstreamTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    /** Sends one chat request; the answer, or why there is none, comes as it would come to a route. */
    CompletableFuture<UpstreamAnswer> send(TestUpstream upstream) {
        CompletableFuture<UpstreamAnswer> answer = new CompletableFuture<>();
        UpstreamRequest request = new UpstreamRequest(
                "test up",
                URI.create(upstream.baseUrl() + "/chat/completions"),
                "chat/completions",
                new DefaultHttpHeaders().set("content-type", "application/json"),
                Unpooled.wrappedBuffer("{}".getBytes(StandardCharsets.UTF_8)));
        client.send(request, new UpstreamReply(request, answer::complete));
        return answer;
    }

    UpstreamAnswer sendAndWait(TestUpstream upstream)
            throws ExecutionException, InterruptedException, TimeoutException {
        return send(upstream).get(10, TimeUnit.SECONDS);
    }

    /** Runs the task while the event loop can notice nothing of what happens on its connections. */
    void whileTheLoopIsBusy(Task task) throws ExecutionException, InterruptedException, TimeoutException {
        eventLoops
                .onClient(nativeTransport)
                .next()
                .submit(() -> {
                    task.run();
                    return true;
                })
                .get(10, TimeUnit.SECONDS);
    }

    interface Task {
        void run() throws Exception;
    }

    @Override
    public void close() {
        client.close();
        eventLoops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    /** Event loops of the JDK's selector, where a closed connection shows only when the loop reads it. */
    private record SelectorOnly(LoopResources all) implements LoopResources {
        @Override
        public EventLoopGroup onServer(boolean useNative) {
            return all.onServer(false);
        }

        @Override
        public EventLoopGroup onClient(boolean useNative) {
            return all.onClient(false);
        }

        @Override
        public <CHANNEL extends Channel> CHANNEL onChannel(Class<CHANNEL> type, EventLoopGroup group) {
            return all.onChannel(type, group);
        }

        @Override
        public <CHANNEL extends Channel> Class<? extends CHANNEL> onChannelClass(
                Class<CHANNEL> type, EventLoopGroup group) {
            return all.onChannelClass(type, group);
        }
    }
}

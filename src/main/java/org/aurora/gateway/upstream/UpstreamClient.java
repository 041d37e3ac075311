package org.aurora.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.NettyOutbound;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The HTTP client towards all providers. Pooling, TLS, DNS and proxies are Reactor Netty's; it runs on the event
 * loops that serve the callers, so that a relayed byte changes threads at most once.
 *
 * <p>Its own retry is off: it would send a request again that a provider may already be working on.
 */
public final class UpstreamClient implements AutoCloseable {
    private static final int MAX_CONNECTIONS_PER_HOST = 4096;
    private static final int MAX_WAITING_PER_HOST = 4096;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final String GUARD = "aurora.guard";

    private final LoopResources eventLoops;
    private final UpstreamPools pools = new UpstreamPools();
    private final ConnectionProvider connections;
    private final HttpClient client;

    public UpstreamClient(LoopResources eventLoops, UpstreamTimeouts timeouts) {
        this.eventLoops = eventLoops;
        connections = ConnectionProvider.builder("upstream")
                .maxConnections(MAX_CONNECTIONS_PER_HOST)
                .pendingAcquireMaxCount(MAX_WAITING_PER_HOST)
                .pendingAcquireTimeout(timeouts.connect())
                .evictionPredicate(IdleConnection::unfit)
                .evictInBackground(IdleConnection.MAX_IDLE)
                .lifo()
                .metrics(true, () -> pools)
                .build();
        client = HttpClient.create(connections)
                .runOn(eventLoops)
                .disableRetry(true)
                .followRedirect(false)
                .proxyWithSystemProperties()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        timeouts.connect().toMillis())
                .doOnChannelInit((observer, channel, address) -> channel.pipeline()
                        .addBefore(NettyPipeline.ReactiveBridge, GUARD, new ConnectionGuard(timeouts.silence())))
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(MAX_HEADER_BYTES)
                        .maxInitialLineLength(MAX_HEADER_BYTES)
                        .validateHeaders(true));
    }

    /** For those who want to know how many connections there are. */
    public UpstreamPools pools() {
        return pools;
    }

    /**
     * Sends a request; the reply reports once what became of it, on an event loop. A request that could not be written
     * to a pooled connection, because the provider had closed it, is written once more to another. Nothing is sent for a reply that is abandoned already.
     */
    void send(UpstreamRequest request, UpstreamReply reply) {
        if (reply.isDisposed()) {
            return;
        }
        Flux<ByteBuf> answer = client.post()
                .uri(request.uri())
                .send((head, outbound) -> write(request, head, outbound, reply))
                .responseConnection((response, connection) -> {
                    reply.begins(response);
                    return connection.inbound().receive();
                });
        answer.onErrorResume(reply::neverLeft, cause -> answer).subscribe(reply);
    }

    /** Asks for one page of a list of models; the reply reports once that it is over, on an event loop. */
    void list(UpstreamRequest request, ListingReply reply) {
        Flux<ByteBuf> page = client.doOnRequest((head, connection) -> reply.connected(connection.channel()))
                .headers(
                        headers -> headers.remove("user-agent").remove("accept").add(request.headers()))
                .get()
                .uri(request.uri())
                .responseConnection((response, connection) -> {
                    reply.begins(response, connection);
                    return connection.inbound().receive();
                });
        page.onErrorResume(reply::mayAskAgain, cause -> page).subscribe(reply);
        reply.limitTime(eventLoops.onServer(LoopResources.hasNativeSupport()).next());
    }

    private static Publisher<Void> write(
            UpstreamRequest request, HttpClientRequest head, NettyOutbound outbound, UpstreamReply reply) {
        outbound.withConnection(connection -> reply.connected(connection.channel(), used(connection.channel())));
        head.requestHeaders().remove("user-agent").remove("accept").add(request.headers());
        head.header("content-length", Integer.toString(request.body().readableBytes()));
        ByteBuf body = Unpooled.unreleasableBuffer(request.body().duplicate());
        return outbound.sendObject(body).then(Mono.fromRunnable(reply::requestSent));
    }

    private static boolean used(Channel channel) {
        return channel.pipeline().get(GUARD) instanceof ConnectionGuard guard && guard.used();
    }

    @Override
    public void close() {
        connections.disposeLater().block(Duration.ofSeconds(5));
    }
}

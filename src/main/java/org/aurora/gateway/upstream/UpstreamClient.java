package org.aurora.gateway.upstream;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.NettyOutbound;
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
    /** Below the idle limits of common load balancers, so that a pooled connection is rarely found closed. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);

    private final ConnectionProvider connections;
    private final HttpClient client;

    public UpstreamClient(LoopResources eventLoops, UpstreamTimeouts timeouts) {
        connections = ConnectionProvider.builder("upstream")
                .maxConnections(MAX_CONNECTIONS_PER_HOST)
                .pendingAcquireMaxCount(MAX_WAITING_PER_HOST)
                .pendingAcquireTimeout(timeouts.connect())
                .maxIdleTime(MAX_IDLE)
                .evictInBackground(MAX_IDLE)
                .lifo()
                .build();
        client = HttpClient.create(connections)
                .runOn(eventLoops)
                .disableRetry(true)
                .followRedirect(false)
                .proxyWithSystemProperties()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        timeouts.connect().toMillis())
                .responseTimeout(timeouts.silence())
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(MAX_HEADER_BYTES)
                        .maxInitialLineLength(MAX_HEADER_BYTES)
                        .validateHeaders(true));
    }

    /**
     * Sends a request and reports once what became of it, on an event loop.
     *
     * @return cancels the attempt, which closes its connection; idempotent, any thread
     */
    Runnable send(UpstreamRequest request, Consumer<UpstreamAnswer> report) {
        UpstreamReply reply = new UpstreamReply(request.operation(), report);
        client.post()
                .uri(request.uri())
                .send((head, outbound) -> write(request, head, outbound, reply))
                .responseConnection((response, connection) -> {
                    reply.begins(response);
                    return connection.inbound().receive();
                })
                .subscribe(reply);
        return reply::cancel;
    }

    private static Publisher<Void> write(
            UpstreamRequest request, HttpClientRequest head, NettyOutbound outbound, UpstreamReply reply) {
        head.requestHeaders().remove("user-agent").remove("accept").add(request.headers());
        head.header("content-length", Integer.toString(request.body().readableBytes()));
        return outbound.sendObject(request.body().retainedDuplicate()).then(Mono.fromRunnable(reply::requestSent));
    }

    @Override
    public void close() {
        connections.disposeLater().block(Duration.ofSeconds(5));
    }
}

package org.aurora.gateway.inbound;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.component.netty.http.HttpServerConsumerChannelFactory;
import org.apache.camel.component.netty.http.NettyHttpConsumer;
import org.aurora.gateway.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the route's consumer for a request by exact, case-sensitive, undecoded path: what netty-http does by a
 * search through all consumers, and with errors in the gateway's shape.
 */
@Sharable
final class PathRouter extends SimpleChannelInboundHandler<FullHttpRequest>
        implements HttpServerConsumerChannelFactory {
    private static final Logger LOG = LoggerFactory.getLogger(PathRouter.class);
    private static final AttributeKey<RouteEntrance> ENTRANCE = AttributeKey.valueOf(RouteEntrance.class, "entrance");

    private final List<RouteEntrance> entrances = new CopyOnWriteArrayList<>();
    private volatile PathTable table = PathTable.of(List.of());
    private int port;

    @Override
    public void init(int newPort) {
        port = newPort;
    }

    @Override
    public void addConsumer(NettyHttpConsumer consumer) {
        entrances.add(new RouteEntrance(consumer));
        table = PathTable.of(entrances);
    }

    @Override
    public void removeConsumer(NettyHttpConsumer consumer) {
        entrances.removeIf(entrance -> entrance.getConsumer() == consumer);
        table = PathTable.of(entrances);
    }

    @Override
    public int consumers() {
        return entrances.size();
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public ChannelHandler getChannelHandler() {
        return this;
    }

    /** The refusal of a method and path that no route serves: 404, or 405 with the methods that one does. */
    Optional<GatewayException> refuse(String method, String path) {
        return table.refuse(method, path);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) throws Exception {
        String path = RequestTarget.of(request).path();
        PathTable current = table;
        Optional<RouteEntrance> entrance = current.find(request.method().name(), path);
        if (entrance.isPresent()) {
            ctx.channel().attr(ENTRANCE).set(entrance.get());
            request.retain();
            entrance.get().channelRead(ctx, request);
        } else {
            current.refuse(request.method().name(), path)
                    .ifPresent(refusal -> ctx.writeAndFlush(ErrorAnswer.of(refusal)));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        boolean callerLeft = cause instanceof IOException || cause instanceof PrematureChannelClosureException;
        if (callerLeft) {
            LOG.debug("Connection failed", cause);
        } else {
            LOG.warn("Closing a connection after {}", cause.toString(), cause);
        }
        ctx.close();
    }
}

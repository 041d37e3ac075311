package org.aurora.gateway.inbound;

import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.netty.http.NettyHttpConsumer;
import org.apache.camel.component.netty.http.handlers.HttpServerChannelHandler;

/** Where one route's requests enter: Camel's own handler, which also hands the route its {@link Call}. */
final class RouteEntrance extends HttpServerChannelHandler {
    private static final List<String> ANY = List.of("DELETE", "GET", "PATCH", "POST", "PUT");

    private final PathPattern path;
    private final List<String> methods;

    RouteEntrance(NettyHttpConsumer consumer) {
        super(consumer);
        String configured = consumer.getConfiguration().getPath();
        path = PathPattern.of(
                configured == null || configured.isEmpty() ? "/" : configured,
                consumer.getConfiguration().isMatchOnUriPrefix());
        String restrict = consumer.getEndpoint().getHttpMethodRestrict();
        methods = restrict == null ? ANY : List.of(restrict.trim().split("\\s*,\\s*"));
    }

    PathPattern path() {
        return path;
    }

    List<String> methods() {
        return methods;
    }

    boolean serves(String method) {
        return methods.contains(method) || ("HEAD".equals(method) && methods.contains("GET"));
    }

    @Override
    protected void beforeProcess(Exchange exchange, ChannelHandlerContext ctx, Object message) {
        super.beforeProcess(exchange, ctx, message);
        exchange.setProperty(Call.PROPERTY, ctx.channel().attr(Call.KEY).get());
    }
}

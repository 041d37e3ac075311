package org.aurora.gateway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.netty.http.NettyHttpConsumer;
import org.apache.camel.component.netty.http.handlers.HttpServerChannelHandler;
import org.aurora.gateway.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one route's requests enter: Camel's own handler, which also hands the route its {@link Call}. */
final class RouteEntrance extends HttpServerChannelHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RouteEntrance.class);
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

    /** netty-http asks for a Host also of HTTP/1.0, which has none, and knows no HEAD where a route serves GET. */
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            if (!request.headers().contains(HttpHeaderNames.HOST)) {
                request.headers().set(HttpHeaderNames.HOST, "");
            }
            if (HttpMethod.HEAD.equals(request.method()) && !methods.contains(HttpMethod.HEAD.name())) {
                request.setMethod(HttpMethod.GET);
            }
        }
        super.channelRead0(ctx, message);
    }

    /** What a route left behind may be no answer at all; its caller must not wait for one forever. */
    @Override
    protected Object getResponseBody(Exchange exchange) {
        try {
            return super.getResponseBody(exchange);
        } catch (GatewayException refusal) {
            return ErrorAnswer.of(refusal);
        } catch (Exception e) {
            String id = Call.of(exchange).map(Call::id).orElse("-");
            LOG.error("{} got an answer from route {} that cannot be sent", id, exchange.getFromRouteId(), e);
            return ErrorAnswer.of(GatewayException.internalError());
        }
    }

    @Override
    protected void beforeProcess(Exchange exchange, ChannelHandlerContext ctx, Object message) {
        super.beforeProcess(exchange, ctx, message);
        exchange.setProperty(Call.PROPERTY, ctx.channel().attr(Call.KEY).get());
    }
}

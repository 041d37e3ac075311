package org.aurora.gateway.inbound;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.component.netty.ChannelHandlerFactory;
import org.apache.camel.component.netty.http.HttpServerConsumerChannelFactory;
import org.apache.camel.component.netty.http.NettyHttpComponent;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;
import org.apache.camel.component.netty.http.NettyHttpEndpoint;

/**
 * Camel's netty-http component as the gateway runs it, bound under its usual name: every consumer on the port, an
 * integrator's too, gets the same gate, router and binding.
 */
public final class InboundHttpComponent extends NettyHttpComponent {
    private final PathRouters routers;

    /**
     * @param eventLoops shared with the client towards providers
     * @param nativeTransport whether the event loops are epoll's
     * @param gates makes the gate of each connection
     */
    public InboundHttpComponent(
            EventLoopGroup eventLoops, boolean nativeTransport, Supplier<ChannelHandler> gates, PathRouters routers) {
        this.routers = routers;
        NettyHttpConfiguration configuration = new NettyHttpConfiguration();
        configuration.setBossGroup(eventLoops);
        configuration.setWorkerGroup(eventLoops);
        configuration.setNativeTransport(nativeTransport);
        configuration.setUsingExecutorService(false);
        configuration.setReuseAddress(true);
        configuration.setBacklog(1024);
        configuration.setBridgeEndpoint(true);
        configuration.setChunkedMaxContentLength(Integer.MAX_VALUE);
        configuration.setEncodersAsList(List.of(new GateFactory(gates)));
        setConfiguration(configuration);
        setMuteException(true);
        setHeaderFilterStrategy(new InboundHeaderFilter());
        setNettyHttpBinding(new InboundBinding());
    }

    @Override
    public HttpServerConsumerChannelFactory getMultiplexChannelHandler(int port) {
        return routers.at(port);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        NettyHttpEndpoint endpoint = (NettyHttpEndpoint) super.createEndpoint(uri, remaining, parameters);
        endpoint.setExceptionHandler(new LostAnswerHandler());
        return endpoint;
    }

    /** Makes one gate for each connection. */
    private static final class GateFactory extends ChannelInboundHandlerAdapter implements ChannelHandlerFactory {
        private final Supplier<ChannelHandler> gates;

        GateFactory(Supplier<ChannelHandler> gates) {
            this.gates = gates;
        }

        @Override
        public ChannelHandler newChannelHandler() {
            return gates.get();
        }
    }
}

package org.aurora.gateway;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.netty.resources.LoopResources;

/**
 * The threads that do all of the moving of bytes, one for each processor: callers' connections and providers'
 * connections share them.
 *
 * @param resources Reactor Netty's view of them
 * @param nativeTransport whether they are epoll's
 */
record EventLoops(LoopResources resources, boolean nativeTransport) {
    static EventLoops shared() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new EventLoops(LoopResources.create("aurora", threads, false), LoopResources.hasNativeSupport());
    }

    EventLoopGroup group() {
        return resources.onServer(nativeTransport);
    }

    void close(Duration limit) {
        // Not by the resources: they would end these threads twice, as the server's and as the client's, and fail.
        group().shutdownGracefully(0, limit.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(limit.toMillis());
    }
}

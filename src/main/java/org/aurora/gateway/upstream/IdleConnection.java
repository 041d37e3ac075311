package org.aurora.gateway.upstream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollSocketChannel;
import java.time.Duration;
import reactor.netty.Connection;
import reactor.netty.resources.ConnectionProvider.ConnectionMetadata;

/** Decides whether a pooled connection may carry another request. */
final class IdleConnection {
    /** Below the idle limits of common load balancers, so that a pooled connection is rarely found closed. */
    static final Duration MAX_IDLE = Duration.ofSeconds(30);

    /** {@code TCP_ESTABLISHED} in Linux: neither side has closed. */
    private static final int ESTABLISHED = 1;

    private IdleConnection() {}

    static boolean unfit(Connection connection, ConnectionMetadata metadata) {
        return metadata.idleTime() >= MAX_IDLE.toMillis()
                || !connection.isPersistent()
                || closedByProvider(connection.channel());
    }

    /**
     * Asks the kernel where that can be done, because the event loop may not have come to the news yet, and a request
     * written to a connection that the provider has closed is a request lost.
     */
    private static boolean closedByProvider(Channel channel) {
        if (!channel.isActive()) {
            return true;
        }
        if (channel instanceof EpollSocketChannel socket) {
            try {
                return socket.tcpInfo().state() != ESTABLISHED;
            } catch (ChannelException e) {
                return true;
            }
        }
        return false;
    }
}

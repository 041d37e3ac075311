package org.aurora.gateway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose other end is still sending. A plain close would answer the unread bytes with a reset,
 * and the reset would wipe the error out of the client's receive buffer before it was read (RFC 9112, section 9.6).
 */
final class LingeringClose {
    private static final long LINGER_MILLIS = 1_000;

    private LingeringClose() {}

    static void begin(ChannelHandlerContext ctx) {
        if (ctx.channel() instanceof SocketChannel socket) {
            socket.shutdownOutput();
        }
        ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }
}

package org.aurora.gateway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose other end may still be sending. A plain close would answer the unread bytes with a reset,
 * and the reset would wipe the answer out of the client's receive buffer before it was read (RFC 9112, section 9.6).
 */
final class LingeringClose {
    private static final long LINGER_MILLIS = 1_000;

    private LingeringClose() {}

    static void begin(ChannelHandlerContext ctx) {
        if (ctx.channel() instanceof DuplexChannel socket) {
            socket.shutdownOutput();
        }
        Future<?> end = ctx.executor().schedule(() -> ctx.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        ctx.channel().closeFuture().addListener(closed -> end.cancel(false));
    }
}

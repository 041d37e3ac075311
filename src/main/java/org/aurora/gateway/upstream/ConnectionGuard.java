package org.aurora.gateway.upstream;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;

/**
 * Holds one connection to a provider to one answer for one request, in time. It stands behind the codec, before the
 * client:
 *
 * <ul>
 *   <li>Interim answers (100, 103) are dropped; the client would take one for the answer.
 *   <li>An answer nobody asked for closes the connection; the next request on it would get it.
 *   <li>An answer that overtakes its request is the last one here, since the rest of the request may never be read.
 *   <li>A provider that is silent while something is expected of it loses the connection. A caller who reads slowly is
 *       not its fault.
 * </ul>
 */
final class ConnectionGuard extends IdleStateHandler {
    private enum State {
        /** In the pool. */
        IDLE,
        /** A request is on its way; no answer yet. */
        ASKED,
        /** Within an interim answer. */
        INTERIM,
        /** Within the answer. */
        ANSWERING
    }

    private State state = State.IDLE;
    private boolean used;
    private long unsentBytes;
    private @Nullable ChannelFuture sent;

    ConnectionGuard(Duration silence) {
        super(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
    }

    /** Whether this connection has carried an answer before, so that the provider may have closed it since. */
    boolean used() {
        return used;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpRequest) {
            state = State.ASKED;
            unsentBytes = Long.MAX_VALUE;
            sent = promise;
            resetReadTimeout();
            promise.addListener(done -> resetReadTimeout());
        }
        super.write(ctx, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (state == State.IDLE) {
            ReferenceCountUtil.release(message);
            ctx.close();
            return;
        }
        if (message instanceof HttpResponse head) {
            state = interim(head) ? State.INTERIM : State.ANSWERING;
        }
        if (state == State.INTERIM) {
            drop(ctx, message);
            return;
        }
        if (message instanceof LastHttpContent) {
            answered(ctx);
        }
        super.channelRead(ctx, message);
    }

    private static boolean interim(HttpResponse head) {
        return head.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    private void drop(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            state = State.ASKED;
        }
        ctx.read();
    }

    private void answered(ChannelHandlerContext ctx) {
        state = State.IDLE;
        used = true;
        if (!sentCompletely()) {
            Connection.from(ctx.channel()).markPersistent(false);
        }
    }

    private boolean sentCompletely() {
        ChannelFuture future = sent;
        return future == null || future.isDone();
    }

    @Override
    protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
        boolean callerReadsSlowly =
                state == State.ANSWERING && !ctx.channel().config().isAutoRead();
        if (state == State.IDLE || callerReadsSlowly || stillSending(ctx)) {
            return;
        }
        ctx.fireExceptionCaught(ReadTimeoutException.INSTANCE);
        ctx.close();
    }

    private boolean stillSending(ChannelHandlerContext ctx) {
        if (sentCompletely()) {
            return false;
        }
        ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
        long before = unsentBytes;
        unsentBytes = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        return unsentBytes < before;
    }
}

package org.aurora.gateway.inbound;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.aurora.gateway.error.GatewayException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request at a time through a connection and refuses what need not be read.
 *
 * <p>netty-http answers pipelined requests in the order in which they finish. Here the next one waits until the
 * answer before it has left, and meanwhile the connection is not read. It sits between codec and aggregator, so that
 * a refusal costs no body.
 */
final class RequestGate extends ChannelDuplexHandler {
    private static final int IDLE_SECONDS = 75;
    /** An unread body up to this size is swallowed to keep the connection; a larger one costs the connection. */
    private static final long WORTH_SWALLOWING_BYTES = 64 * 1024;

    private enum State {
        /** No request. */
        IDLE,
        /** The request is coming in and goes on to its route. */
        READING,
        /** The request is refused; the rest of its body is thrown away. */
        SWALLOWING,
        /** The request is all in; its answer is not yet all out. */
        ANSWERING,
        /** The connection is about to close; whatever comes is thrown away. */
        CLOSING
    }

    private final Admission admission;
    private final BodyLimit bodyLimit;
    private final AccessLog accessLog;
    private final OpenCalls openCalls;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private State state = State.IDLE;
    private boolean answered;
    private @Nullable Call call;

    RequestGate(Admission admission, BodyLimit bodyLimit, AccessLog accessLog, OpenCalls openCalls) {
        this.admission = admission;
        this.bodyLimit = bodyLimit;
        this.accessLog = accessLog;
        this.openCalls = openCalls;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.pipeline().replace("decoder", "decoder", new StrictRequestDecoder());
        ctx.pipeline().addFirst("idle", new IdleStateHandler(IDLE_SECONDS, 0, 0));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (state == State.ANSWERING || !waiting.isEmpty()) {
            waiting.add(message);
            ctx.channel().config().setAutoRead(false);
        } else {
            accept(ctx, message);
        }
    }

    private void accept(ChannelHandlerContext ctx, Object message) {
        if (state == State.CLOSING) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            begin(ctx, request);
        } else if (message instanceof HttpContent content && call != null) {
            read(ctx, content, call);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        Call begun = new Call(request, ctx.channel());
        call = begun;
        answered = false;
        openCalls.begun();
        ctx.channel().attr(Call.KEY).set(begun);
        Optional<GatewayException> refusal = MalformedRequest.in(request).or(() -> admission.refuse(request, begun));
        if (refusal.isPresent()) {
            ReferenceCountUtil.release(request);
            boolean swallow = begun.keepAlive() && worthSwallowing(request);
            refuse(ctx, refusal.get(), swallow ? State.SWALLOWING : State.CLOSING);
        } else {
            state = State.READING;
            ctx.fireChannelRead(request);
        }
    }

    private static boolean worthSwallowing(HttpRequest request) {
        return !HttpUtil.is100ContinueExpected(request)
                && !HttpUtil.isTransferEncodingChunked(request)
                && HttpUtil.getContentLength(request, 0L) <= WORTH_SWALLOWING_BYTES;
    }

    private void read(ChannelHandlerContext ctx, HttpContent content, Call current) {
        boolean last = content instanceof LastHttpContent;
        if (state == State.SWALLOWING) {
            content.release();
            if (last) {
                state = State.ANSWERING;
                goOnWhenAnswered(ctx);
            }
            return;
        }
        Optional<GatewayException> refusal = content.decoderResult().isSuccess()
                ? bodyLimit.count(current, content.content().readableBytes())
                : Optional.of(MalformedRequest.body());
        if (refusal.isPresent()) {
            content.release();
            refuse(ctx, refusal.get(), State.CLOSING);
            return;
        }
        if (last) {
            state = State.ANSWERING;
        }
        ctx.fireChannelRead(content);
    }

    private void refuse(ChannelHandlerContext ctx, GatewayException refusal, State next) {
        state = next;
        ChannelPromise written = ctx.newPromise();
        if (next == State.CLOSING) {
            written.addListener(unused -> LingeringClose.begin(ctx));
        }
        write(ctx, ErrorAnswer.of(refusal), written);
        ctx.flush();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        Call current = call;
        if (current == null || interim(message)) {
            ctx.write(message, promise);
            return;
        }
        Object outgoing = message instanceof HttpResponse head
                ? AnswerHead.prepare(head, current, state == State.CLOSING)
                : message;
        if (outgoing instanceof HttpContent content) {
            current.sent(content.content().readableBytes());
        }
        if (outgoing instanceof LastHttpContent) {
            promise.unvoid().addListener(written -> answered(ctx, current));
        }
        ctx.write(outgoing, promise);
    }

    private static boolean interim(Object message) {
        return message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void answered(ChannelHandlerContext ctx, Call done) {
        if (call != done || answered) {
            return;
        }
        answered = true;
        end(done);
        if (state == State.CLOSING) {
            return;
        }
        if (done.keepAlive()) {
            goOnWhenAnswered(ctx);
        } else {
            ctx.close();
        }
    }

    private void goOnWhenAnswered(ChannelHandlerContext ctx) {
        if (!answered || state != State.ANSWERING) {
            return;
        }
        state = State.IDLE;
        call = null;
        while (!waiting.isEmpty() && state != State.ANSWERING) {
            accept(ctx, waiting.remove());
        }
        if (waiting.isEmpty() && !ctx.channel().config().isAutoRead()) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    private void end(Call done) {
        openCalls.ended();
        bodyLimit.release(done);
        accessLog.write(done);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Call current = call;
        if (current != null && !answered) {
            answered = true;
            current.abandon();
            end(current);
        }
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        ctx.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent && (state == State.IDLE || state == State.READING)) {
            ctx.close();
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }
}

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
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request at a time through a connection and refuses what need not be read.
 *
 * <p>netty-http answers pipelined requests in the order in which they finish. Here the next one waits until the
 * answer before it has left, and meanwhile the connection is not read. It sits between codec and aggregator, so that
 * a refusal costs no body. All of it runs on the connection's event loop.
 */
final class RequestGate extends ChannelDuplexHandler {
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

    /** Five minutes. */
    private static final int MAX_TICKS_HELD_UP = 5 * 60 / Patience.TICK_SECONDS;

    private final Admission admission;
    private final BodyLimit bodyLimit;
    private final CallEnd callEnd;
    private final Patience patience = new Patience();
    private final Queue<Object> waiting = new ArrayDeque<>();
    private State state = State.IDLE;
    private boolean pumping;
    private boolean answered;
    private long sentAtLastTick;
    private int ticksHeldUp;
    private @Nullable Call call;
    private @Nullable Future<?> ticks;

    RequestGate(Admission admission, BodyLimit bodyLimit, CallEnd callEnd) {
        this.admission = admission;
        this.bodyLimit = bodyLimit;
        this.callEnd = callEnd;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.pipeline().replace("decoder", "decoder", new StrictRequestDecoder());
        ctx.pipeline().replace("encoder", "encoder", new AnswerEncoder(() -> call != null && call.asksForHeadOnly()));
        ticks = ctx.executor()
                .scheduleAtFixedRate(() -> tick(ctx), Patience.TICK_SECONDS, Patience.TICK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        waiting.add(message);
        pump(ctx);
    }

    /** Accepts what waits, up to the end of the next request. An answer given meanwhile only lets the loop go on. */
    private void pump(ChannelHandlerContext ctx) {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            while (state != State.ANSWERING && !waiting.isEmpty()) {
                accept(ctx, waiting.remove());
            }
        } finally {
            pumping = false;
        }
        ctx.channel().config().setAutoRead(waiting.isEmpty());
    }

    private void accept(ChannelHandlerContext ctx, Object message) {
        if (state == State.IDLE && message instanceof HttpRequest request) {
            begin(ctx, request);
        } else if (state == State.READING && message instanceof HttpContent content && call != null) {
            read(ctx, content, call);
        } else if (state == State.SWALLOWING && message instanceof LastHttpContent) {
            ReferenceCountUtil.release(message);
            state = State.ANSWERING;
            goOnWhenAnswered(ctx);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        Call begun = new Call(request, ctx.channel());
        call = begun;
        answered = false;
        patience.restart();
        callEnd.begun(begun);
        ctx.channel().attr(Call.KEY).set(begun);
        Optional<GatewayException> malformed = MalformedRequest.in(request);
        Optional<GatewayException> refusal = malformed.or(() -> admission.refuse(request, begun));
        if (refusal.isPresent()) {
            ReferenceCountUtil.release(request);
            boolean swallow = malformed.isEmpty() && begun.keepAlive() && worthSwallowing(request);
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
        int bytes = content.content().readableBytes();
        Optional<GatewayException> refusal = content.decoderResult().isSuccess()
                ? bodyLimit.count(current, bytes)
                : Optional.of(MalformedRequest.body());
        if (refusal.isPresent()) {
            content.release();
            refuse(ctx, refusal.get(), State.CLOSING);
            return;
        }
        patience.received(bytes);
        if (content instanceof LastHttpContent) {
            state = State.ANSWERING;
        }
        ctx.fireChannelRead(content);
    }

    private void refuse(ChannelHandlerContext ctx, GatewayException refusal, State next) {
        state = next;
        if (call != null) {
            call.failedWith(refusal.code().code());
        }
        write(ctx, ErrorAnswer.of(refusal), ctx.newPromise());
        ctx.flush();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        Call current = call;
        if (current == null || interim(message)) {
            ctx.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse head) {
            AnswerHead.complete(head, current, state == State.CLOSING);
        }
        if (message instanceof HttpContent content && !current.asksForHeadOnly()) {
            current.sent(content.content().readableBytes());
        }
        if (message instanceof LastHttpContent) {
            ChannelPromise told = promise.unvoid();
            told.addListener(written -> answered(ctx, current, written.isSuccess()));
            ctx.write(message, told);
        } else {
            ctx.write(message, promise);
        }
    }

    private static boolean interim(Object message) {
        return message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void answered(ChannelHandlerContext ctx, Call done, boolean delivered) {
        if (call != done || answered) {
            return;
        }
        end(done, delivered);
        if (!delivered) {
            state = State.CLOSING;
            ctx.close();
        } else if (state == State.CLOSING || !done.keepAlive()) {
            state = State.CLOSING;
            LingeringClose.begin(ctx);
            pump(ctx);
        } else {
            goOnWhenAnswered(ctx);
        }
    }

    private void goOnWhenAnswered(ChannelHandlerContext ctx) {
        if (answered && state == State.ANSWERING) {
            state = State.IDLE;
            call = null;
            patience.restart();
            pump(ctx);
        }
    }

    private void end(Call done, boolean delivered) {
        answered = true;
        bodyLimit.release(done);
        callEnd.reached(done, delivered);
    }

    /** A provider may take its time to answer; a caller may not take any time to ask. */
    private void tick(ChannelHandlerContext ctx) {
        if (readsNothing(ctx)) {
            state = State.CLOSING;
            ctx.close();
            return;
        }
        boolean waitsForCaller = state == State.IDLE || state == State.READING || state == State.SWALLOWING;
        if (!waitsForCaller || !patience.endsWithThisTick()) {
            return;
        }
        if (state == State.READING) {
            refuse(
                    ctx,
                    new GatewayException(
                            ErrorCode.REQUEST_TIMEOUT, "The request body came too slowly. Send the request again."),
                    State.CLOSING);
        } else {
            state = State.CLOSING;
            ctx.close();
        }
    }

    /** Whether an answer is held up by its own caller, who has taken nothing of it for so many ticks. */
    private boolean readsNothing(ChannelHandlerContext ctx) {
        long sent = call == null ? 0 : call.bytesSent();
        boolean heldUp = state == State.ANSWERING && !ctx.channel().isWritable() && sent == sentAtLastTick;
        sentAtLastTick = sent;
        ticksHeldUp = heldUp ? ticksHeldUp + 1 : 0;
        return ticksHeldUp >= MAX_TICKS_HELD_UP;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        state = State.CLOSING;
        Call current = call;
        if (current != null && !answered) {
            end(current, false);
        }
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}

package org.aurora.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.timeout.TimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.aurora.gateway.relay.ByteRelay;
import org.aurora.gateway.relay.Ending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Receives one answer and decides, as soon as that can be known, whether it is passed on as it comes, held until it is
 * complete, or not wanted. Runs on the event loop of the provider's connection, but for {@link #abandon} and the
 * reader's side of the relay, which come from any thread; reports exactly once.
 *
 * <p>It asks the client for everything at once and holds the connection's reading back itself while the relay is full.
 * Asked for a piece at a time, the client keeps a queue of its own, and when that is thrown away after the answer's end
 * it closes the connection, which by then may carry somebody else's request.
 */
final class UpstreamReply extends BaseSubscriber<ByteBuf> implements ByteRelay.Source {
    /** A document up to this size is held whole, so that a cut one can still become an error. */
    static final int MAX_HELD_BYTES = 1024 * 1024;
    /** An unwanted answer up to this size is read to its end, to keep the connection. */
    static final int MAX_UNWANTED_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamReply.class);

    private enum Treatment {
        HELD,
        PASSED_ON,
        UNWANTED
    }

    private final UpstreamRequest request;
    private final Consumer<UpstreamAnswer> report;
    private final ByteRelay relay = new ByteRelay(this);
    private final AtomicBoolean reported = new AtomicBoolean();
    private @Nullable UpstreamHead head;
    private volatile Treatment treatment = Treatment.HELD;
    private boolean endsWithConnection;
    private boolean connectionUsed;
    private int received;
    private volatile @Nullable Channel channel;
    private volatile boolean requestSent;
    private volatile boolean over;

    UpstreamReply(UpstreamRequest request, Consumer<UpstreamAnswer> report) {
        this.request = request;
        this.report = report;
    }

    /** A connection is there and the request is about to be written to it. */
    void connected(Channel to, boolean used) {
        channel = to;
        connectionUsed = used;
    }

    /** The request has left completely; from now on the provider may be at work. */
    void requestSent() {
        requestSent = true;
    }

    /**
     * Whether the provider cannot have got the request, and another connection may do better: the pooled one was
     * closed, or the new one was before it connected. (epoll tells connections apart by number; closing one that the
     * provider has reset can make its last event hit the next of that number.)
     */
    boolean neverLeft(Throwable cause) {
        boolean closedHere = cause instanceof ClosedChannelException;
        boolean closedThere = connectionUsed && !(cause instanceof TimeoutException);
        return !requestSent && head == null && (closedHere || closedThere);
    }

    /** Status and headers are here. */
    void begins(HttpClientResponse response) {
        HttpHeaders headers = response.responseHeaders();
        UpstreamHead begun = UpstreamHead.of(response.status().code(), headers);
        head = begun;
        endsWithConnection = !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
        switch (AnswerKind.of(begun, request.operation())) {
            case DOCUMENT -> treatment = Treatment.HELD;
            case EVENTS, BYTES -> passOn(begun);
            case REFUSED_KEY -> refuse(begun, UpstreamFailure.REFUSED_KEY);
            case FOREIGN -> refuse(begun, UpstreamFailure.INVALID);
        }
    }

    private void passOn(UpstreamHead begun) {
        treatment = Treatment.PASSED_ON;
        report(new UpstreamAnswer.Streamed(begun, relay, request.usageAdded()));
    }

    private void refuse(UpstreamHead begun, UpstreamFailure failure) {
        treatment = Treatment.UNWANTED;
        fail(failure, "status " + begun.status());
    }

    @Override
    protected void hookOnNext(ByteBuf piece) {
        switch (treatment) {
            case HELD -> hold(piece);
            case PASSED_ON -> relay.offer(piece.retain());
            case UNWANTED -> {
                received += piece.readableBytes();
                if (received > MAX_UNWANTED_BYTES) {
                    cancel();
                }
            }
        }
    }

    private void hold(ByteBuf piece) {
        relay.offer(piece.retain());
        received += piece.readableBytes();
        UpstreamHead begun = head;
        if (received > MAX_HELD_BYTES && begun != null) {
            passOn(begun);
        }
    }

    /**
     * The client returns the connection to the pool after this call; only then is the end told, so that a caller who
     * asks again at once finds the connection there.
     */
    @Override
    protected void hookOnComplete() {
        over = true;
        Channel current = channel;
        if (current == null) {
            complete();
        } else {
            current.eventLoop().execute(this::complete);
        }
    }

    private void complete() {
        if (treatment == Treatment.PASSED_ON) {
            relay.end(endsWithConnection ? Ending.UNDECLARED : Ending.COMPLETE);
        } else if (treatment == Treatment.HELD) {
            judge(relay.drain());
        }
    }

    private void judge(byte[] body) {
        UpstreamHead begun = head;
        if (begun == null) {
            fail(UpstreamFailure.LOST, "no answer");
        } else if (DocumentCheck.passes(begun, body)) {
            report(new UpstreamAnswer.Whole(begun, body));
        } else {
            fail(UpstreamFailure.INVALID, "a " + begun.status() + " that is not JSON");
        }
    }

    @Override
    protected void hookOnError(Throwable cause) {
        over = true;
        UpstreamFailure failure = failure(cause);
        fail(failure, FailureCause.described(cause));
        if (treatment == Treatment.PASSED_ON) {
            relay.end(failure == UpstreamFailure.TIMED_OUT ? Ending.SILENT : Ending.CUT);
        } else {
            relay.close();
        }
    }

    private UpstreamFailure failure(Throwable cause) {
        UpstreamHead begun = head;
        return begun != null && begun.temporaryRefusal()
                ? UpstreamFailure.BROKEN_REFUSAL
                : FailureCause.of(cause, requestSent, begun != null);
    }

    @Override
    protected void hookOnCancel() {
        over = true;
        relay.close();
        report(new UpstreamAnswer.Failed(UpstreamFailure.LOST));
    }

    /** Gives the attempt up, which closes its connection unless the answer is all here. Idempotent, any thread. */
    @Override
    public void abandon() {
        if (over) {
            return;
        }
        // On the connection's own event loop, so that what is closed is not already in the pool again.
        Channel current = channel;
        if (current == null || current.eventLoop().inEventLoop()) {
            giveUp();
        } else {
            current.eventLoop().execute(this::giveUp);
        }
    }

    /** A cancellation that comes before the subscription calls no hook, and the exchange has to go on all the same. */
    private void giveUp() {
        if (!over) {
            cancel();
            hookOnCancel();
        }
    }

    /**
     * Lets go of the attempt and of everything that it still holds. An unwanted answer holds nothing, and is read to its
     * end to keep the connection. Idempotent, any thread.
     */
    void letGo() {
        if (treatment != Treatment.UNWANTED) {
            relay.close();
        }
    }

    @Override
    public void pause() {
        Channel current = channel;
        if (treatment == Treatment.PASSED_ON && current != null) {
            current.config().setAutoRead(false);
        }
    }

    @Override
    public void resume() {
        Channel current = channel;
        if (current == null || over) {
            return;
        }
        if (current.eventLoop().inEventLoop()) {
            readOn(current);
        } else {
            current.eventLoop().execute(() -> readOn(current));
        }
    }

    private void readOn(Channel from) {
        if (!over && !relay.full()) {
            from.config().setAutoRead(true);
        }
    }

    private void fail(UpstreamFailure failure, String detail) {
        LOG.warn("{} {} {}", request.label(), failure, detail);
        report(new UpstreamAnswer.Failed(failure));
    }

    private void report(UpstreamAnswer answer) {
        if (reported.compareAndSet(false, true)) {
            report.accept(answer);
        }
    }
}

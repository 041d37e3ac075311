package org.aurora.gateway.upstream;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.aurora.gateway.relay.ByteRelay;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Receives one answer and decides, as soon as that can be known, whether it is passed on as it comes or held until it
 * is complete. Runs on the event loop of the provider's connection, but for a cancellation, which comes from any
 * thread; reports exactly once.
 */
final class UpstreamReply extends BaseSubscriber<ByteBuf> implements ByteRelay.Source {
    /** A document up to this size is held whole, so that a cut one can still become an error. */
    static final int MAX_HELD_BYTES = 1024 * 1024;

    private static final int PIECES_AHEAD = 16;

    private final String operation;
    private final Consumer<UpstreamAnswer> report;
    private final ByteRelay relay = new ByteRelay(this);
    private final AtomicBoolean reported = new AtomicBoolean();
    private @Nullable UpstreamHead head;
    private AnswerKind kind = AnswerKind.DOCUMENT;
    private boolean passedOn;
    private int heldBytes;
    private volatile boolean requestSent;

    UpstreamReply(String operation, Consumer<UpstreamAnswer> report) {
        this.operation = operation;
        this.report = report;
    }

    /** The request has left completely; from now on the provider may be at work. */
    void requestSent() {
        requestSent = true;
    }

    /** Status and headers are here. */
    void begins(HttpClientResponse response) {
        UpstreamHead received = UpstreamHead.of(response.status().code(), response.responseHeaders());
        head = received;
        kind = AnswerKind.of(received, operation);
        if (kind == AnswerKind.EVENTS || kind == AnswerKind.BYTES) {
            passOn(received);
        }
    }

    private void passOn(UpstreamHead received) {
        passedOn = true;
        report(new UpstreamAnswer.Streamed(received, relay));
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(PIECES_AHEAD);
    }

    @Override
    protected void hookOnNext(ByteBuf piece) {
        relay.offer(piece.retain());
        if (!passedOn) {
            heldBytes += piece.readableBytes();
            if (heldBytes > MAX_HELD_BYTES) {
                tooLargeToHold();
            } else {
                request(1);
            }
        }
    }

    private void tooLargeToHold() {
        UpstreamHead received = head;
        if (received != null && kind == AnswerKind.DOCUMENT) {
            passOn(received);
        } else {
            report(new UpstreamAnswer.Failed(UpstreamFailure.INVALID));
            cancel();
        }
    }

    @Override
    protected void hookOnComplete() {
        UpstreamHead received = head;
        if (passedOn) {
            relay.end();
        } else if (received != null) {
            report(DocumentCheck.judge(received, kind, relay.drain()));
        } else {
            report(new UpstreamAnswer.Failed(UpstreamFailure.LOST));
        }
    }

    @Override
    protected void hookOnError(Throwable cause) {
        if (passedOn) {
            relay.fail(cause);
        } else {
            relay.close();
            report(new UpstreamAnswer.Failed(FailureCause.of(cause, requestSent, head != null)));
        }
    }

    @Override
    protected void hookOnCancel() {
        relay.close();
        report(new UpstreamAnswer.Failed(UpstreamFailure.LOST));
    }

    @Override
    public void taken() {
        request(1);
    }

    private void report(UpstreamAnswer answer) {
        if (reported.compareAndSet(false, true)) {
            report.accept(answer);
        }
    }
}

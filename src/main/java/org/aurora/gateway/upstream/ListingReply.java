package org.aurora.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.timeout.TimeoutException;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aurora.gateway.inventory.Listing;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Receives one page of a provider's models and reads it piece by piece, so that it is never held. Whatever happens is
 * told to the listing; reports exactly once, and nothing is told after that. Its methods run on event loops.
 */
final class ListingReply extends BaseSubscriber<ByteBuf> {
    private final Listing listing;
    private final Runnable over;
    private final AtomicBoolean asked = new AtomicBoolean();
    private boolean begun;
    private boolean reported;
    private volatile @Nullable Channel channel;
    private volatile @Nullable ScheduledFuture<?> limit;

    ListingReply(Listing listing, Runnable over) {
        this.listing = listing;
        this.over = over;
    }

    /** Ends the wait when the listing's time is up, however far it is. */
    void limitTime(EventLoop timer) {
        long millis = Math.max(0, listing.timeLeft().toMillis());
        limit = timer.schedule(this::timeUp, millis, TimeUnit.MILLISECONDS);
        if (isReported()) {
            cancelLimit();
        }
    }

    private void timeUp() {
        report("The provider did not answer in " + Listing.TIME_LIMIT.toSeconds() + " seconds.");
    }

    /** Whether a request that got no answer may be sent again: once, where it may have met a closed connection. */
    boolean mayAskAgain(Throwable cause) {
        return !begun && !(cause instanceof TimeoutException) && asked.compareAndSet(false, true);
    }

    /** A connection is there and the request is about to be written to it. */
    void connected(Channel to) {
        channel = to;
    }

    /** Status and headers are here. */
    synchronized void begins(HttpClientResponse response, Connection connection) {
        begun = true;
        int status = response.status().code();
        if (status == 401 || status == 403) {
            refuse("The provider refused the key (" + status + ").", connection);
        } else if (status < 200 || status >= 300) {
            refuse("The provider answered " + status + ".", connection);
        } else if (response.responseHeaders().contains("content-encoding")) {
            refuse("The provider's answer is compressed, which it was not asked to be.", connection);
        }
    }

    private void refuse(String reason, Connection connection) {
        report(reason);
        connection.dispose();
    }

    @Override
    protected void hookOnNext(ByteBuf piece) {
        if (!took(piece)) {
            report("The provider's answer was not wanted any more.");
        }
    }

    private synchronized boolean took(ByteBuf piece) {
        if (reported) {
            return false;
        }
        for (ByteBuffer buffer : piece.nioBuffers()) {
            if (buffer.hasRemaining() && !listing.take(buffer)) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void hookOnComplete() {
        finish(listing::endPage);
    }

    @Override
    protected void hookOnError(Throwable cause) {
        report(
                switch (FailureCause.of(cause, true, begun)) {
                    case TIMED_OUT -> "The provider did not answer in time.";
                    case NO_FREE_CONNECTION -> "Too many requests are waiting for the provider.";
                    case UNREACHABLE, REFUSED_KEY, BROKEN_REFUSAL, INVALID, LOST ->
                        begun
                                ? "The provider's answer was cut off."
                                : "The provider could not be reached, or closed the connection before it answered.";
                });
    }

    private void report(String reason) {
        finish(() -> listing.fail(reason));
    }

    /** Tells the listing and goes on; of two who come here the first counts. */
    private void finish(Runnable ending) {
        synchronized (this) {
            if (reported) {
                return;
            }
            reported = true;
            ending.run();
        }
        cancelLimit();
        letGo();
        over.run();
    }

    /** On the connection's own event loop, so that what is closed is not already in the pool again. */
    private void letGo() {
        Channel current = channel;
        if (current == null || current.eventLoop().inEventLoop()) {
            cancel();
        } else {
            current.eventLoop().execute(this::cancel);
        }
    }

    private synchronized boolean isReported() {
        return reported;
    }

    private void cancelLimit() {
        ScheduledFuture<?> pending = limit;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}

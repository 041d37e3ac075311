package org.aurora.gateway.admin;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.aurora.gateway.relay.ByteRelay;
import org.aurora.gateway.relay.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the rest of a long list while its caller takes it: as many pieces as may wait, and more once they have been
 * taken. In between it holds no thread, so that a slow caller costs memory for what waits and nothing else.
 */
final class ListSource implements ByteRelay.Source {
    private static final Logger LOG = LoggerFactory.getLogger(ListSource.class);

    private final String callId;
    private final JsonPieces<?> pieces;
    private final Executor threads;
    private final ByteRelay relay = new ByteRelay(this);
    /** How often it was asked to go on since it last stood still: whoever makes it 1 starts it. */
    private final AtomicInteger asked = new AtomicInteger();

    private volatile boolean abandoned;

    ListSource(String callId, JsonPieces<?> pieces, Executor threads) {
        this.callId = callId;
        this.pieces = pieces;
        this.threads = threads;
    }

    ByteRelay relay() {
        return relay;
    }

    /** It looks by itself how much waits. */
    @Override
    public void pause() {}

    @Override
    public void resume() {
        if (asked.getAndIncrement() == 0) {
            try {
                threads.execute(this::goOn);
            } catch (RejectedExecutionException stopping) {
                relay.end(Ending.CUT);
            }
        }
    }

    @Override
    public void abandon() {
        abandoned = true;
    }

    private void goOn() {
        int seen;
        do {
            seen = asked.get();
            fill();
        } while (!asked.compareAndSet(seen, 0));
    }

    private void fill() {
        try {
            while (!abandoned && !relay.ended() && !relay.full()) {
                relay.offer(Unpooled.wrappedBuffer(pieces.next()));
                if (pieces.complete()) {
                    relay.end(Ending.COMPLETE);
                }
            }
        } catch (IOException | RuntimeException | Error failure) {
            LOG.error("{} is cut off: the rest of its list could not be made", callId, failure);
            relay.end(Ending.CUT);
        }
    }
}

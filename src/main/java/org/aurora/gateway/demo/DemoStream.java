package org.aurora.gateway.demo;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.aurora.gateway.relay.ByteRelay;
import org.aurora.gateway.relay.Ending;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Feeds a relay with prepared events at the pace of a model that thinks. */
final class DemoStream extends BaseSubscriber<String> implements ByteRelay.Source {
    private static final Duration PACE = Duration.ofMillis(40);

    private final ByteRelay relay = new ByteRelay(this);

    private DemoStream() {}

    static ByteRelay of(List<String> events) {
        DemoStream stream = new DemoStream();
        Flux.fromIterable(events).delayElements(PACE).subscribe(stream);
        return stream.relay;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    protected void hookOnNext(String event) {
        relay.offer(Unpooled.copiedBuffer(event, StandardCharsets.UTF_8));
    }

    @Override
    protected void hookOnComplete() {
        relay.end(Ending.COMPLETE);
    }

    /** All events are in memory already: to hold one back would save nothing. */
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void abandon() {
        cancel();
    }
}

package org.aurora.gateway.metering;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.SedaEndpoint;
import org.aurora.gateway.usage.UsageEvent;

/** Puts records where a route takes them from. Waits for nothing: what finds no room is lost, and counted. */
public final class UsageQueue implements Consumer<UsageEvent> {
    /** The exchange variable that holds the record. */
    static final String VARIABLE = "usage";

    private final Losses losses = new Losses("calls could not be recorded: the queue of usage records is full");
    private volatile Optional<Opened> opened = Optional.empty();

    /** The queue itself outlives the endpoint, which forgets it when it is stopped. */
    private record Opened(SedaEndpoint endpoint, BlockingQueue<Exchange> queue) {}

    /** From now on records go there. */
    public void open(SedaEndpoint to) {
        opened = Optional.of(new Opened(to, to.getQueue()));
    }

    @Override
    public void accept(UsageEvent event) {
        if (!opened.map(to -> offer(to, event)).orElse(false)) {
            losses.count();
        }
    }

    private static boolean offer(Opened to, UsageEvent event) {
        Exchange exchange = to.endpoint().createExchange();
        exchange.setVariable(VARIABLE, event);
        exchange.getMessage().setBody(event);
        return to.queue().offer(exchange);
    }

    /** Hands on what no route took, once no route will. */
    public void drainTo(Consumer<UsageEvent> taker) {
        opened.ifPresent(from -> {
            for (Exchange left = from.queue().poll();
                    left != null;
                    left = from.queue().poll()) {
                taker.accept(left.getVariable(VARIABLE, UsageEvent.class));
            }
        });
    }

    /** How many records wait. */
    public int depth() {
        return opened.map(to -> to.queue().size()).orElse(0);
    }

    /** How many records were lost since the start. */
    public long lost() {
        return losses.counted();
    }
}

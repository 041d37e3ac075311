package org.aurora.gateway.metering;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.SedaEndpoint;
import org.aurora.gateway.usage.UsageEvent;

/** Puts records where a route takes them from. Waits for nothing: what finds no room is lost, and counted. */
public final class UsageQueue implements Consumer<UsageEvent> {
    /** The exchange variable that holds the record. */
    static final String VARIABLE = "usage";

    private final Losses losses = new Losses("calls could not be recorded: the queue of usage records is full");
    private volatile Optional<SedaEndpoint> queue = Optional.empty();

    /** From now on records go there. */
    public void open(SedaEndpoint to) {
        queue = Optional.of(to);
    }

    @Override
    public void accept(UsageEvent event) {
        if (!queue.map(endpoint -> offer(endpoint, event)).orElse(false)) {
            losses.count();
        }
    }

    private static boolean offer(SedaEndpoint endpoint, UsageEvent event) {
        Exchange exchange = endpoint.createExchange();
        exchange.setVariable(VARIABLE, event);
        exchange.getMessage().setBody(event);
        return endpoint.getQueue().offer(exchange);
    }

    /** How many records wait. */
    public int depth() {
        return queue.map(endpoint -> endpoint.getQueue().size()).orElse(0);
    }

    /** How many records were lost since the start. */
    public long lost() {
        return losses.counted();
    }
}

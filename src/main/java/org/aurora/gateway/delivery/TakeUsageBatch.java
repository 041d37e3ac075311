package org.aurora.gateway.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sets the variable {@code usageBatch} to the calls that wait longest, up to 500; unset where there are none after all. */
public final class TakeUsageBatch implements Processor {
    static final String BATCH = "usageBatch";

    private final Delivery delivery;

    public TakeUsageBatch(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.removeVariable(BATCH);
        delivery.take().ifPresent(batch -> exchange.setVariable(BATCH, batch));
    }
}

package org.aurora.gateway.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.spool.SpoolBatch;

/** Lets the spool forget the batch, which is stored. */
public final class ForgetUsageBatch implements Processor {
    private final Delivery delivery;

    public ForgetUsageBatch(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void process(Exchange exchange) {
        delivery.forget(exchange.getVariable(TakeUsageBatch.BATCH, SpoolBatch.class));
    }
}

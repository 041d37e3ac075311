package org.aurora.gateway.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.spool.SpoolBatch;

/** Stores the batch with its sums, all or nothing; fails where the database is away. */
public final class StoreUsage implements Processor {
    private final Delivery delivery;

    public StoreUsage(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void process(Exchange exchange) {
        delivery.store(exchange.getVariable(TakeUsageBatch.BATCH, SpoolBatch.class));
    }
}

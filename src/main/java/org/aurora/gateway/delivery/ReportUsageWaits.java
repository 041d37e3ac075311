package org.aurora.gateway.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Says once that recorded calls wait for the database. */
public final class ReportUsageWaits implements Processor {
    private final Delivery delivery;

    public ReportUsageWaits(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void process(Exchange exchange) {
        delivery.failed(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}

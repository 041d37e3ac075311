package org.aurora.gateway.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether recorded calls wait for the database. */
public final class UsageWaits implements Predicate {
    private final Delivery delivery;

    public UsageWaits(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return delivery.goesOn();
    }
}

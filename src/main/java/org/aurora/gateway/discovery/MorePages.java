package org.aurora.gateway.discovery;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.aurora.gateway.inventory.Listing;

/** Whether the provider's list goes on. */
public final class MorePages implements Predicate {
    @Override
    public boolean matches(Exchange exchange) {
        return exchange.getVariable(Polls.LISTING, Listing.class).more();
    }
}

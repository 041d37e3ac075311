package org.aurora.gateway.discovery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inventory.Listing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a listing up whose kamelet could not be run to its end. */
public final class EndListing implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(EndListing.class);

    @Override
    public void process(Exchange exchange) {
        LOG.debug(
                "The kamelet {} failed to list models",
                exchange.getVariable(Polls.KAMELET),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        exchange.getVariable(Polls.LISTING, Listing.class)
                .fail("The provider's kamelet could not be run; the log says more at DEBUG.");
    }
}

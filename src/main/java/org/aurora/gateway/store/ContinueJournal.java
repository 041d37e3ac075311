package org.aurora.gateway.store;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where reading goes on. A journal that ends before what was known here when it was asked has been put back to an
 * earlier state, say from a backup: then all of it is read again. Sets the variables {@code revision} and {@code anew}.
 */
public final class ContinueJournal implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(ContinueJournal.class);

    @Override
    public void process(Exchange exchange) {
        long newest = exchange.getMessage().getBody(Long.class);
        long known = exchange.getVariable("revision", Long.class);
        boolean anew = newest < known;
        if (anew) {
            LOG.warn("The journal ends at revision {}, before the known {}: all of it is read anew", newest, known);
            exchange.setVariable("revision", 0L);
        }
        exchange.setVariable("anew", anew);
    }
}

package org.aurora.gateway.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.spool.Spool;

/** Has what was appended outlive a loss of power. */
public final class ForceSpool implements Processor {
    private final Spool spool;

    public ForceSpool(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void process(Exchange exchange) {
        spool.force();
    }
}

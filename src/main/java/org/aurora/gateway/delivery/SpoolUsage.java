package org.aurora.gateway.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.spool.Spool;
import org.aurora.gateway.usage.UsageEvent;

/** Appends the event in the variable {@code usage} to the spool. Never fails: what cannot be kept is counted there. */
public final class SpoolUsage implements Processor {
    private final Spool spool;

    public SpoolUsage(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void process(Exchange exchange) {
        spool.append(exchange.getVariable("usage", UsageEvent.class));
    }
}

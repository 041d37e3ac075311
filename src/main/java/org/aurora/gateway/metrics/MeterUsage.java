package org.aurora.gateway.metrics;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.aurora.gateway.usage.UsageEvent;

/** Adds a recorded call to the metrics. Reads the variable {@code usage}, or else the body. */
public final class MeterUsage implements Processor {
    private final UsageMeters meters;

    public MeterUsage(UsageMeters meters) {
        this.meters = meters;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        UsageEvent event = exchange.getVariable("usage", UsageEvent.class);
        meters.add(event == null ? exchange.getMessage().getMandatoryBody(UsageEvent.class) : event);
    }
}

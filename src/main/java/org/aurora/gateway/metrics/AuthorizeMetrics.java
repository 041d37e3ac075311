package org.aurora.gateway.metrics;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.Call;

/** Lets through who may read the metrics. */
public final class AuthorizeMetrics implements Processor {
    private final MetricsAccess access;

    public AuthorizeMetrics(MetricsAccess access) {
        this.access = access;
    }

    @Override
    public void process(Exchange exchange) {
        access.require(Call.of(exchange)
                .orElseThrow(() -> new IllegalStateException("only a request that came by HTTP can be let in"))
                .credentials());
    }
}

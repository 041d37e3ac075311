package org.aurora.gateway.discovery;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Decides by the lease's row whether to bid for it. Sets the variable {@code leaseBid}, or none. */
public final class JudgeLease implements Processor {
    private final SharedInventory shared;

    public JudgeLease(SharedInventory shared) {
        this.shared = shared;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Map<?, ?> row = exchange.getMessage().getMandatoryBody(Map.class);
        shared.observe(Columns.text(row, "holder"), Columns.number(row, "beat"))
                .ifPresent(bid -> exchange.setVariable("leaseBid", bid));
    }
}

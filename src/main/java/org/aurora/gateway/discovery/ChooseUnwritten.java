package org.aurora.gateway.discovery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sets the body to the rows that other replicas should see and do not yet. */
public final class ChooseUnwritten implements Processor {
    private final SharedInventory shared;

    public ChooseUnwritten(SharedInventory shared) {
        this.shared = shared;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage()
                .setBody(shared.unwritten().stream().map(KnowledgeRow::of).toList());
    }
}

package org.aurora.gateway.discovery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes that the row in the variable {@code row} is where other replicas see it. */
public final class NoteWritten implements Processor {
    private final SharedInventory shared;

    public NoteWritten(SharedInventory shared) {
        this.shared = shared;
    }

    @Override
    public void process(Exchange exchange) {
        shared.written(exchange.getVariable("row", KnowledgeRow.class).knowledge());
    }
}

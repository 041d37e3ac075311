package org.aurora.gateway.route;

import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.resolve.ModelList;
import org.aurora.gateway.resolve.Snapshot;

/**
 * Finds what the caller's list of models depends on. Sets {@code snapshot}, on which the list is made if it has to be,
 * and {@code listKey}.
 */
public final class AskForList implements Processor {
    private final Supplier<Snapshot> current;

    public AskForList(Supplier<Snapshot> current) {
        this.current = current;
    }

    @Override
    public void process(Exchange exchange) {
        Caller caller = Variables.required(exchange, Variables.CALLER, Caller.class);
        Snapshot snapshot = current.get();
        exchange.setVariable(Variables.SNAPSHOT, snapshot);
        exchange.setVariable(Variables.LIST_KEY, ModelList.key(snapshot, caller));
    }
}

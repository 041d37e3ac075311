package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.resolve.ModelList;
import org.aurora.gateway.resolve.Snapshot;

/** Lists the names this caller can call. Sets the message body to {@link ListedModels}. */
public final class ListModels implements Processor {
    @Override
    public void process(Exchange exchange) {
        Caller caller = Variables.required(exchange, Variables.CALLER, Caller.class);
        Snapshot snapshot = Variables.required(exchange, Variables.SNAPSHOT, Snapshot.class);
        exchange.getMessage().setBody(ListedModels.of(ModelList.listed(snapshot, caller)));
    }
}

package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;

/** Lets a request in without asking who it is from. Sets {@code caller}. */
public final class RecogniseNobody implements Processor {
    @Override
    public void process(Exchange exchange) {
        exchange.setVariable(Variables.CALLER, new Caller.Anonymous());
    }
}

package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPathHeader;

/** Lets a request in without asking who it is from. Sets {@code caller}. */
public final class RecogniseNobody implements Processor {
    private final UserPathHeader pathHeader;

    public RecogniseNobody(UserPathHeader pathHeader) {
        this.pathHeader = pathHeader;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setVariable(Variables.CALLER, Placing.by(pathHeader, new Caller.Anonymous(), exchange));
    }
}

package org.aurora.gateway.admin;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.GatewayException;

/** Lets through the master key and admin keys, and nobody else. */
public final class RequireAdmin implements Processor {
    @Override
    public void process(Exchange exchange) {
        if (!(exchange.getVariable("caller") instanceof Caller.Master)) {
            throw GatewayException.adminRequired();
        }
    }
}

package org.aurora.gateway.route;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.resolve.Decision;
import org.aurora.gateway.resolve.Resolution;
import org.aurora.gateway.resolve.Resolver;
import org.aurora.gateway.resolve.Snapshot;

/**
 * Strikes out what this caller may not use and puts the rest into the order in which it is tried. Sets
 * {@code decision}, {@code attempt} and {@code target}; nothing left is a refusal.
 */
public final class CheckAccess implements Processor {
    @Override
    public void process(Exchange exchange) {
        Snapshot snapshot = Variables.required(exchange, Variables.SNAPSHOT, Snapshot.class);
        Resolution resolution = Variables.required(exchange, Variables.RESOLUTION, Resolution.class);
        Caller caller = Variables.required(exchange, Variables.CALLER, Caller.class);
        Decision decision = Resolver.decide(
                snapshot, Resolver.authorize(snapshot, resolution, caller), ThreadLocalRandom.current());
        Call.of(exchange).ifPresent(call -> call.askedFor(decision.originalModel()));
        exchange.setVariable(Variables.DECISION, decision);
        new Attempt(decision.orThrow(), 0).begin(exchange);
    }
}

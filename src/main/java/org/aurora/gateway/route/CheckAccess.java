package org.aurora.gateway.route;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inbound.LogText;
import org.aurora.gateway.metering.CallRecord;
import org.aurora.gateway.resolve.Decision;
import org.aurora.gateway.resolve.Resolution;
import org.aurora.gateway.resolve.Resolver;
import org.aurora.gateway.resolve.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Strikes out what this caller may not use and puts the rest into the order in which it is tried. Sets
 * {@code decision}, {@code attempt} and {@code target}; nothing left is a refusal.
 */
public final class CheckAccess implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger("aurora.decisions");

    @Override
    public void process(Exchange exchange) {
        Snapshot snapshot = Variables.required(exchange, Variables.SNAPSHOT, Snapshot.class);
        Resolution resolution = Variables.required(exchange, Variables.RESOLUTION, Resolution.class);
        Caller caller = Variables.required(exchange, Variables.CALLER, Caller.class);
        Decision decision = Resolver.decide(
                snapshot, Resolver.authorize(snapshot, resolution, caller), ThreadLocalRandom.current());
        Call.of(exchange).ifPresent(call -> call.askedFor(decision.originalModel()));
        CallRecord.of(exchange).ifPresent(record -> record.ledThrough(decision.aliasChain()));
        exchange.setVariable(Variables.DECISION, decision);
        log(exchange, decision, caller);
        new Attempt(decision.orThrow(), 0).begin(exchange);
    }

    /** Under the request's id, so that an operator can find what decided about any call. */
    private static void log(Exchange exchange, Decision decision, Caller caller) {
        Level level = decision.plan().isPresent() ? Level.DEBUG : Level.INFO;
        if (LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level)
                    .log(
                            "{} {} by {} for {} at {} on state {}",
                            Call.of(exchange).map(Call::id).orElse("-"),
                            decision.code().map(ErrorCode::code).orElse("allowed"),
                            LogText.escaped(decision.decidedBy().orElse("-")),
                            LogText.escaped(caller.name()),
                            LogText.escaped(
                                    caller.userPath().map(UserPath::text).orElse("-")),
                            decision.generation());
        }
    }
}

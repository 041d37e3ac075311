package org.aurora.gateway.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.upstream.UpstreamAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go of an answer that will not be used and turns to the next target. Sets {@code attempt} and {@code target}. */
public final class NextCandidate implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(NextCandidate.class);

    @Override
    public void process(Exchange exchange) {
        Attempt attempt = Variables.required(exchange, Variables.ATTEMPT, Attempt.class);
        UpstreamAnswer unused = Variables.required(exchange, Variables.ANSWER, UpstreamAnswer.class);
        unused.discard();
        exchange.removeVariable(Variables.ANSWER);
        ProviderHeaders.restore(exchange);
        Attempt next = attempt.next();
        LOG.info(
                "{} goes on from {} to {}",
                Call.of(exchange).map(Call::id).orElse("-"),
                attempt.target().provider().name(),
                next.target().provider().name());
        next.begin(exchange);
    }
}

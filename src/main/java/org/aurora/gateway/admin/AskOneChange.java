package org.aurora.gateway.admin;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads which single change a path names: {@code /changes/{revision}/revert}. Sets the variable {@code history}. */
public final class AskOneChange implements Processor {
    @Override
    public void process(Exchange exchange) {
        String revision = AdminRequest.of(exchange).segmentFromEnd(1);
        if (!revision.matches("[1-9]\\d{0,17}")) {
            throw AdminRequest.bad("The revision in the path must be a whole number of 1 or more.");
        }
        exchange.setVariable("history", new HistoryQuery(Long.parseLong(revision) + 1, "", "", "", 1));
    }
}

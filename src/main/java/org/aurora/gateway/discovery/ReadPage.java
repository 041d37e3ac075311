package org.aurora.gateway.discovery;

import java.nio.ByteBuffer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inventory.Listing;
import org.aurora.gateway.upstream.UpstreamAnswer;

/**
 * Sees to it that a page is read where the kamelet sent nothing to anybody: what it answered by itself is the page then,
 * and the only one.
 */
public final class ReadPage implements Processor {
    @Override
    public void process(Exchange exchange) {
        Listing listing = exchange.getVariable(Polls.LISTING, Listing.class);
        if (!listing.begunPage()) {
            byte[] page = answered(exchange);
            listing.beginPage("");
            if (listing.take(ByteBuffer.wrap(page))) {
                listing.endPage();
            }
            listing.lastPage();
        }
        listing.nextPage();
        exchange.removeVariable("answer");
        exchange.getMessage().setBody(new byte[0]);
    }

    private static byte[] answered(Exchange exchange) {
        if (exchange.getVariable("answer") instanceof UpstreamAnswer.Whole whole) {
            return whole.body();
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null ? new byte[0] : body;
    }
}

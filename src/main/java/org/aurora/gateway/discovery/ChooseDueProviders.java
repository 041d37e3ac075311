package org.aurora.gateway.discovery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sets the body to the providers whose turn it is, and takes models out of sight whose time is over. */
public final class ChooseDueProviders implements Processor {
    private final PollSchedule schedule;
    private final InventoryBook book;

    public ChooseDueProviders(PollSchedule schedule, InventoryBook book) {
        this.schedule = schedule;
        this.book = book;
    }

    @Override
    public void process(Exchange exchange) {
        book.expire();
        exchange.getMessage().setBody(schedule.takeDue());
    }
}

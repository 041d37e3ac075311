package org.aurora.gateway.discovery;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inventory.Listing;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.provider.Provider;

/** Puts what a poll brought into force, keeps it, and has it shared. May wait for the disk. */
public final class LearnModels implements Processor {
    private final InventoryBook book;
    private final PollSchedule schedule;
    private final KeptInventory kept;
    private final SharedInventory shared;

    public LearnModels(InventoryBook book, PollSchedule schedule, KeptInventory kept, SharedInventory shared) {
        this.book = book;
        this.schedule = schedule;
        this.kept = kept;
        this.shared = shared;
    }

    @Override
    public void process(Exchange exchange) {
        Provider provider = exchange.getVariable(Polls.PROVIDER, Provider.class);
        Listing listing = exchange.getVariable(Polls.LISTING, Listing.class);
        ProviderKnowledge known = book.learn(provider, listing.result(), listing.startedAt());
        schedule.ended(provider);
        kept.keep(known);
        shared.offer(known);
    }
}

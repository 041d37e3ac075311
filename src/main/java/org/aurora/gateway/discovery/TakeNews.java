package org.aurora.gateway.discovery;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what another replica learned, in the row of the body, into force here. One bad row blocks no other. */
public final class TakeNews implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(TakeNews.class);

    private final SharedInventory shared;
    private final InventoryBook book;
    private final KeptInventory kept;

    public TakeNews(SharedInventory shared, InventoryBook book, KeptInventory kept) {
        this.shared = shared;
        this.book = book;
        this.kept = kept;
    }

    @Override
    public void process(Exchange exchange) {
        Map<?, ?> row = exchange.getMessage().getBody(Map.class);
        if (row == null) {
            return;
        }
        String origin = Columns.text(row, "origin");
        try {
            ProviderKnowledge known = KnowledgeJson.read(Columns.text(row, "value"));
            if (book.follow(known)) {
                kept.keep(known);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "A row of provider_models cannot be read and is passed over: {}",
                    e.getClass().getSimpleName());
        }
        shared.saw(origin, Columns.number(row, "version"));
    }
}

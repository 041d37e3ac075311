package org.aurora.gateway.store;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.live.LiveSettings;

/** Makes sure of the tables and notes how far the journal is known here. Sets the variables
 * {@code known} and {@code revision}. */
public final class OpenJournal implements Processor {
    private final Database database;
    private final LiveSettings live;

    public OpenJournal(Database database, LiveSettings live) {
        this.database = database;
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        database.migrate();
        JournalState known = live.state().journal();
        exchange.setVariable("known", known);
        exchange.setVariable("revision", known.revision());
    }
}

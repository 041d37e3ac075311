package org.aurora.gateway.admin;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.store.JournalRow;

/** Makes the state of a past revision from its rows. Sets the variable {@code settings}. */
public final class TakePastState implements Processor {
    private final LiveSettings live;

    public TakePastState(LiveSettings live) {
        this.live = live;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) {
        long revision = exchange.getVariable("revision", Long.class);
        List<SettingChange> changes =
                JournalRow.changes((List<JournalRow>) exchange.getMessage().getBody());
        exchange.setVariable("settings", live.at(JournalState.empty().with(revision, changes)));
    }
}

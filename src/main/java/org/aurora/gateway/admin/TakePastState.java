package org.aurora.gateway.admin;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.store.PastChange;

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
                PastChange.of((List<Map<String, Object>>) exchange.getMessage().getBody()).stream()
                        .map(PastChange::change)
                        .toList();
        exchange.setVariable("settings", live.at(JournalState.empty().with(revision, changes)));
    }
}

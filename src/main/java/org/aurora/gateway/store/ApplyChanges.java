package org.aurora.gateway.store;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.ops.Readiness;

/** Puts the rows that were read into force. */
public final class ApplyChanges implements Processor {
    private final LiveSettings live;
    private final DatabaseStatus status;
    private final Readiness readiness;

    public ApplyChanges(LiveSettings live, DatabaseStatus status, Readiness readiness) {
        this.live = live;
        this.status = status;
        this.readiness = readiness;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) {
        status.answered();
        List<JournalRow> rows = (List<JournalRow>) exchange.getMessage().getBody();
        long known = exchange.getVariable("revision", Long.class);
        long newest = rows.isEmpty() ? known : rows.get(rows.size() - 1).revision();
        List<SettingChange> changes = JournalRow.changes(rows);
        if (exchange.getVariable("anew", false, Boolean.class)) {
            live.replace(newest, changes);
        } else {
            live.take(known, newest, changes);
        }
        readiness.started();
    }
}

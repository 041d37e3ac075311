package org.aurora.gateway.admin;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;

/** Puts what was written into force here, or says that another writer was first. Sets the variable {@code settled}. */
public final class SettleProposal implements Processor {
    private final LiveSettings live;

    public SettleProposal(LiveSettings live) {
        this.live = live;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) {
        List<SettingChange> changes = exchange.getVariable("changes", List.class);
        boolean inserted = exchange.getVariable("inserted", false, Boolean.class);
        boolean dryRun = exchange.getVariable("dryRun", false, Boolean.class);
        if (inserted && !dryRun && !changes.isEmpty()) {
            live.take(
                    changes.get(0).revision() - 1,
                    changes.get(changes.size() - 1).revision(),
                    changes);
        }
        exchange.setVariable("settled", inserted);
    }
}

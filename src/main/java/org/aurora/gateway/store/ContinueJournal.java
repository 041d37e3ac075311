package org.aurora.gateway.store;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.LiveSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where reading goes on: after the last change known here, if that is still in the journal. If it is not, the
 * journal was put back, say from a backup, and may have gone on another way: then all of it is read again, as it is
 * where what is known here did not come from the journal itself. Sets the variables {@code revision} and {@code anew}.
 */
public final class ContinueJournal implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(ContinueJournal.class);

    private final LiveSettings live;

    public ContinueJournal(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        Map<?, ?> row = exchange.getMessage().getBody(Map.class);
        JournalState known = exchange.getVariable("known", JournalState.class);
        boolean other = !holds(row, known);
        if (other) {
            LOG.warn(
                    "The journal does not hold revision {} as it is known here: all of it is read anew",
                    known.revision());
        }
        boolean anew = other || live.provisional();
        exchange.setVariable("anew", anew);
        if (anew) {
            exchange.setVariable("revision", 0L);
        }
    }

    private static boolean holds(Map<?, ?> row, JournalState known) {
        if (!(row.get("newest") instanceof Number newest) || newest.longValue() < known.revision()) {
            return false;
        }
        Optional<SettingChange> change = known.newest();
        return change.isEmpty()
                || (change.get().setting().name().equals(row.get("known_name"))
                        && row.get("known_at") instanceof Number at
                        && at.longValue() == change.get().at().toEpochMilli());
    }
}

package org.aurora.gateway.store;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.journal.SettingChange;

/**
 * A row of the journal as it was read.
 *
 * @param change empty where its kind is one of a later version of the gateway
 */
public record JournalRow(long revision, Optional<SettingChange> change) {
    /** What this version knows among the rows that a statement of {@code sql/journal} gave. */
    public static List<SettingChange> changes(List<JournalRow> rows) {
        return rows.stream().flatMap(row -> row.change().stream()).toList();
    }
}

package org.aurora.gateway.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.journal.SettingChange;

/**
 * A change and what was there before it.
 *
 * @param before the value that the name held until then; empty where it held none
 */
public record PastChange(SettingChange change, Optional<String> before) {
    /** The changes in the rows that a statement of {@code sql/journal} gave. */
    public static List<PastChange> of(List<Map<String, Object>> rows) {
        return rows.stream()
                .flatMap(row -> ChangeRow.change(row)
                        .map(change -> new PastChange(
                                change,
                                Optional.ofNullable(row.get("value_before")).map(Object::toString)))
                        .stream())
                .toList();
    }
}

package org.aurora.gateway.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;

/** A change as the columns of its row, and back. */
final class ChangeRow {
    private ChangeRow() {}

    static Map<String, Object> columns(SettingChange change) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("revision", change.revision());
        columns.put("kind", change.setting().kind().text());
        columns.put("name", change.setting().name());
        columns.put("version", change.version());
        columns.put("actor", change.actor());
        columns.put("claimed_author", change.claimedAuthor().orElse(null));
        columns.put("at_millis", change.at().toEpochMilli());
        columns.put("reason", change.reason().orElse(null));
        columns.put("value", change.value().orElse(null));
        return columns;
    }

    /** The change in a row; empty where its kind is one of a later version of the gateway. */
    static Optional<SettingChange> change(Map<String, Object> row) {
        return SettingKind.of(text(row, "kind").orElse(""))
                .map(kind -> new SettingChange(
                        number(row, "revision"),
                        new SettingName(kind, text(row, "name").orElse("")),
                        (int) number(row, "version"),
                        text(row, "actor").orElse(""),
                        text(row, "claimed_author"),
                        Instant.ofEpochMilli(number(row, "at_millis")),
                        text(row, "reason"),
                        text(row, "value")));
    }

    private static long number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    private static Optional<String> text(Map<String, Object> row, String column) {
        return Optional.ofNullable(row.get(column)).map(Object::toString);
    }
}

package org.aurora.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.component.sql.DefaultRowMapperFactory;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.springframework.jdbc.core.RowMapper;

/**
 * Makes the rows of a statement a {@link JournalRow} each as they are fetched, where its {@code outputClass} says so.
 * Camel's own rows are maps, which are several times as large as what they hold, and a whole journal of them would be
 * there at once.
 */
public final class JournalRows extends DefaultRowMapperFactory {
    @Override
    public RowMapper<?> newBeanRowMapper(Class<?> type) {
        return type == JournalRow.class ? new Rows() : super.newBeanRowMapper(type);
    }

    /** One result's rows. Neighbours are often of one write, and then share what they say alike. */
    private static final class Rows implements RowMapper<JournalRow> {
        private String actor = "";
        private Instant at = Instant.EPOCH;

        @Override
        public JournalRow mapRow(ResultSet row, int number) throws SQLException {
            long revision = row.getLong("revision");
            Optional<SettingKind> kind = SettingKind.of(row.getString("kind"));
            return new JournalRow(revision, kind.isPresent() ? Optional.of(change(row, kind.get())) : Optional.empty());
        }

        private SettingChange change(ResultSet row, SettingKind kind) throws SQLException {
            share(row.getString("actor"), Instant.ofEpochMilli(row.getLong("at_millis")));
            return new SettingChange(
                    row.getLong("revision"),
                    new SettingName(kind, row.getString("name")),
                    row.getInt("version"),
                    actor,
                    Optional.ofNullable(row.getString("claimed_author")),
                    at,
                    Optional.ofNullable(row.getString("reason")),
                    Optional.ofNullable(row.getString("value")));
        }

        private void share(String itsActor, Instant itsTime) {
            actor = actor.equals(itsActor) ? actor : itsActor;
            at = at.equals(itsTime) ? at : itsTime;
        }
    }
}

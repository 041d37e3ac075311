package org.aurora.gateway.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.aurora.gateway.store.Database;
import org.aurora.gateway.store.DatabaseAddress;

/**
 * Copies a whole day of recorded calls, rows and sums, to another one. Sums are by day or by hour, so those of the copied
 * calls are the copied sums: what the ledger would have written, in bulk.
 */
final class CopiedDays {
    private static final long MILLIS_A_DAY = 86_400_000L;

    private final Database database;

    CopiedDays(Database database) {
        this.database = database;
    }

    /** Whether there are calls of that day. */
    boolean has(LocalDate day) throws SQLException {
        String sql = "SELECT COUNT(*) FROM usage_rollup WHERE kind = 'key' AND scope = '/' AND period = ?";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, day.toEpochDay());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getLong(1) > 0;
            }
        }
    }

    /**
     * Copies it.
     *
     * @param aDay how many calls it has
     */
    void copy(LocalDate from, LocalDate to, int aDay) throws SQLException {
        long days = to.toEpochDay() - from.toEpochDay();
        long first = from.toEpochDay();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "INSERT INTO usage_call SELECT "
                            + columns(
                                    connection,
                                    "usage_call",
                                    "call + " + days * aDay,
                                    "at_millis + " + days * MILLIS_A_DAY)
                            + " FROM usage_call WHERE at_millis >= " + first * MILLIS_A_DAY + " AND at_millis < "
                            + (first + 1) * MILLIS_A_DAY);
            copySums(connection, "kind <> 'hour'", first, first, days);
            copySums(connection, "kind = 'hour'", first * 24, first * 24 + 23, days * 24);
            connection.commit();
        }
    }

    private static void copySums(Connection connection, String kinds, long first, long last, long shift)
            throws SQLException {
        execute(
                connection,
                "INSERT INTO usage_rollup SELECT " + columns(connection, "usage_rollup", "period + " + shift)
                        + " FROM usage_rollup WHERE " + kinds + " AND period BETWEEN " + first + " AND " + last);
    }

    /** All columns of a table, some of them moved on. */
    private static String columns(Connection connection, String table, String... moved) throws SQLException {
        StringJoiner columns = new StringJoiner(", ");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " LIMIT 1")) {
            for (int number = 1; number <= rows.getMetaData().getColumnCount(); number++) {
                String column = rows.getMetaData().getColumnName(number);
                String written = column;
                for (String other : moved) {
                    written = other.startsWith(column + " ") ? other : written;
                }
                columns.add(written);
            }
        }
        return columns.toString();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** PostgreSQL's statistics, which it would gather by itself before long; SQLite has none. */
    void analyze() throws SQLException {
        if (database.address().kind() == DatabaseAddress.Kind.SQLITE) {
            return;
        }
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, "ANALYZE");
        }
    }
}

package org.aurora.gateway.accounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads columns that may be null. */
final class RowReader {
    private RowReader() {}

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    static boolean flag(ResultSet row, String column) throws SQLException {
        return row.getLong(column) != 0;
    }
}

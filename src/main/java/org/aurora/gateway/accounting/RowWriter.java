package org.aurora.gateway.accounting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalLong;

/** Fills in the parameters of a statement, one after the other. */
final class RowWriter {
    private final PreparedStatement statement;
    private int position;

    RowWriter(PreparedStatement statement) {
        this.statement = statement;
    }

    RowWriter text(String text) throws SQLException {
        statement.setString(++position, text);
        return this;
    }

    RowWriter text(Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            return text(text.get());
        }
        statement.setNull(++position, Types.VARCHAR);
        return this;
    }

    RowWriter number(long number) throws SQLException {
        statement.setLong(++position, number);
        return this;
    }

    RowWriter number(Optional<Long> number) throws SQLException {
        return number(number.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    RowWriter number(OptionalLong number) throws SQLException {
        if (number.isPresent()) {
            return number(number.getAsLong());
        }
        statement.setNull(++position, Types.BIGINT);
        return this;
    }

    RowWriter flag(boolean flag) throws SQLException {
        return number(flag ? 1 : 0);
    }

    RowWriter money(Money money) throws SQLException {
        return number(money.units()).number(money.attos());
    }
}

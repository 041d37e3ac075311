package org.aurora.gateway.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of calls, read behind the gateway's back. */
@FunctionalInterface
interface StoredCalls {
    Connection connect() throws SQLException;

    static StoredCalls in(TestDatabase database) {
        return database::connect;
    }

    /** In the embedded database of a data folder. */
    static StoredCalls below(Path data) {
        return () -> DriverManager.getConnection("jdbc:sqlite:" + data.resolve("usage.db"));
    }

    /** The request id of every row, those of doubled rows twice. */
    default List<String> requestIds() {
        try (Connection connection = connect();
                ResultSet rows = connection.createStatement().executeQuery("SELECT request_id FROM usage_call")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What all rows come to. */
    record Sums(long input, long output, long cached, BigDecimal cost, long unpriced, long partial) {
        public Sums {
            cost = cost.stripTrailingZeros();
        }
    }

    default Sums sums() {
        try (Connection connection = connect();
                ResultSet rows = connection.createStatement().executeQuery("""
                        SELECT SUM(input_tokens), SUM(output_tokens), SUM(cached_input_tokens), SUM(total_units),
                               SUM(total_attos / 1000000000), SUM(total_attos % 1000000000), SUM(CASE WHEN total_units IS NULL THEN 1 ELSE 0 END), SUM(partial)
                        FROM usage_call""")) {
            rows.next();
            BigDecimal behindThePoint = new BigDecimal(rows.getString(5))
                    .movePointLeft(9)
                    .add(new BigDecimal(rows.getString(6)).movePointLeft(18));
            return new Sums(
                    rows.getLong(1),
                    rows.getLong(2),
                    rows.getLong(3),
                    new BigDecimal(rows.getString(4)).add(behindThePoint),
                    rows.getLong(7),
                    rows.getLong(8));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

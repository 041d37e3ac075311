package org.aurora.gateway.contract;

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
}

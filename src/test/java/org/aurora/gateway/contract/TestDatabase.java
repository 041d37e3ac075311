package org.aurora.gateway.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A database of one test class's own. */
public interface TestDatabase extends AutoCloseable {
    /** What a gateway that uses it has in its environment. */
    Map<String, String> environment();

    /** A connection behind the gateway's back. */
    Connection connect() throws SQLException;

    /** Takes away what it left on the disk, if anything. */
    @Override
    void close();

    /** Runs a statement behind the gateway's back. */
    default void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.aurora.gateway.store;

import java.util.List;
import java.util.Map;

/** What a pool of connections is for. Each has its own, so that neither waits for the other. */
public enum DatabaseUse {
    SETTINGS(8, 10),
    /** Recorded calls: many rows at once, by few writers. */
    USAGE(4, 60);

    private final int connections;
    private final int postgresqlSocketTimeoutSeconds;

    DatabaseUse(int connections, int postgresqlSocketTimeoutSeconds) {
        this.connections = connections;
        this.postgresqlSocketTimeoutSeconds = postgresqlSocketTimeoutSeconds;
    }

    String poolName() {
        return switch (this) {
            case SETTINGS -> "settings";
            case USAGE -> "usage";
        };
    }

    int connections() {
        return connections;
    }

    String postgresqlSocketTimeoutSeconds() {
        return Integer.toString(postgresqlSocketTimeoutSeconds);
    }

    Map<String, String> sqliteProperties() {
        return switch (this) {
            case SETTINGS -> Map.of();
            // A transaction that reads before it writes could not go on once another one wrote; 64 MiB hold a day's
            // sums.
            case USAGE -> Map.of("transaction_mode", "IMMEDIATE", "cache_size", "-65536");
        };
    }

    /** PostgreSQL keeps both in one database, whose tables have one history. */
    List<String> migrations(DatabaseAddress.Kind kind) {
        return switch (kind) {
            case POSTGRESQL -> List.of("classpath:db/migration", "classpath:db/postgresql", "classpath:db/usage");
            case SQLITE ->
                switch (this) {
                    case SETTINGS -> List.of("classpath:db/migration");
                    case USAGE -> List.of("classpath:db/usage");
                };
        };
    }
}

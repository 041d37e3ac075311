package org.aurora.gateway.contract;

/** The databases that settings can be kept in. */
public enum DatabaseKind {
    SQLITE,
    POSTGRESQL;

    /** An empty one that nobody else uses. */
    public TestDatabase fresh() {
        return switch (this) {
            case SQLITE -> SqliteFile.fresh();
            case POSTGRESQL -> PostgresServer.shared().fresh();
        };
    }
}

package org.aurora.gateway.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The pool of connections, which may be made while the database is away; its tables are brought up to date the first
 * time it is there.
 */
public final class Database implements AutoCloseable {
    private static final long CONNECTION_TIMEOUT_MILLIS = 2_000;

    private final DatabaseAddress address;
    private final DatabaseUse use;
    private final HikariDataSource pool;
    private final ReentrantLock migrating = new ReentrantLock();
    private volatile boolean migrated;

    public Database(DatabaseAddress address, DatabaseUse use) {
        this.address = address;
        this.use = use;
        this.pool = new HikariDataSource(configuration(address, use));
    }

    private static HikariConfig configuration(DatabaseAddress address, DatabaseUse use) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName(use.poolName());
        configuration.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(configuration::setUsername);
        address.password().ifPresent(password -> configuration.setPassword(password.reveal()));
        configuration.setMaximumPoolSize(use.connections());
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        configuration.setInitializationFailTimeout(-1);
        switch (address.kind()) {
            case SQLITE -> {
                configuration.addDataSourceProperty("journal_mode", "WAL");
                configuration.addDataSourceProperty("synchronous", "FULL");
                configuration.addDataSourceProperty("busy_timeout", "5000");
                use.sqliteProperties().forEach(configuration::addDataSourceProperty);
            }
            case POSTGRESQL -> {
                configuration.addDataSourceProperty("connectTimeout", "2");
                configuration.addDataSourceProperty("socketTimeout", use.postgresqlSocketTimeoutSeconds());
                configuration.addDataSourceProperty("ApplicationName", "aurora");
                configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
            }
        }
        return configuration;
    }

    /** For camel-sql. */
    public DataSource dataSource() {
        return pool;
    }

    /** Has the pool report to somebody, from now on; once. */
    public void measuredBy(MetricsTrackerFactory trackers) {
        pool.setMetricsTrackerFactory(trackers);
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Makes or updates the tables, once. @throws RuntimeException while the database is away */
    public void migrate() {
        if (migrated) {
            return;
        }
        if (!migrating.tryLock()) {
            throw new TransientDataAccessResourceException("the tables are being made ready");
        }
        try {
            if (!migrated) {
                Flyway.configure()
                        .dataSource(pool)
                        .locations(use.migrations(address.kind()).toArray(String[]::new))
                        .placeholders(address.kind().placeholders())
                        .load()
                        .migrate();
                migrated = true;
            }
        } finally {
            migrating.unlock();
        }
    }

    /** Makes the tables again at the next use: they were not there. */
    public void forgetTables() {
        migrated = false;
    }

    @Override
    public void close() {
        pool.close();
    }
}

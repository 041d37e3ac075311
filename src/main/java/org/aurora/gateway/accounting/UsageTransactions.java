package org.aurora.gateway.accounting;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.aurora.gateway.store.Database;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions on the tables of usage. Writers of this process take turns, which SQLite asks for and which leaves
 * connections to readers on PostgreSQL; one that comes into the way of another process is tried again, a few times.
 */
public final class UsageTransactions {
    private static final int MOST_ATTEMPTS = 8;
    private static final long WAIT_MILLIS = 20;
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01");
    private static final Set<Integer> SQLITE_BUSY_OR_LOCKED = Set.of(5, 6);

    private final Database database;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Transactions on a database that was made for usage. */
    public UsageTransactions(Database database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /**
     * Reads outside of a transaction.
     *
     * @throws DataAccessException where the database is away
     */
    <T> T read(Supplier<T> work) {
        return withTables(work);
    }

    /**
     * Does all of the work or none, perhaps several times until it succeeds.
     *
     * @throws DataAccessException where it does not
     */
    <T> T write(Supplier<T> work) {
        turn.lock();
        try {
            return untilDone(work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T untilDone(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return withTables(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !inTheWay(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private <T> T withTables(Supplier<T> work) {
        database.migrate();
        try {
            return work.get();
        } catch (BadSqlGrammarException e) {
            database.forgetTables();
            throw e;
        }
    }

    private boolean inTheWay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RowsChanged) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                return switch (database.address().kind()) {
                    case SQLITE -> SQLITE_BUSY_OR_LOCKED.contains(sql.getErrorCode() & 0xff);
                    case POSTGRESQL -> IN_THE_WAY.contains(String.valueOf(sql.getSQLState()));
                };
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(WAIT_MILLIS * attempt) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    /** Somebody else changed rows that were read before. */
    static final class RowsChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

package org.aurora.gateway.accounting;

import java.time.Clock;
import java.util.function.IntSupplier;
import org.aurora.gateway.store.SqlFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of rows and of sums: each is kept for so many days. Few are deleted at once, so that new calls need not wait.
 * Sums stay as they are when rows go. Several replicas may do it at the same time: what one has deleted is gone for the
 * others.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 2_000;
    private static final int MOST_BATCHES = 250;
    /** Only calls of the last days can still come; later the limit on places has done its work. */
    private static final int DAYS_OF_PLACES = 30;

    private final UsageTransactions transactions;
    private final int days;
    private final int rollupDays;
    private final Clock clock;
    private final String deleteCalls = SqlFile.read("usage/delete-calls.sql");
    private final String deleteRollups = SqlFile.read("usage/delete-rollups.sql");
    private final String deletePlaces = SqlFile.read("usage/delete-places.sql");
    private final String deletePlaceCounts = SqlFile.read("usage/delete-place-counts.sql");

    /**
     * How long things are kept.
     *
     * @param days how many days a row is kept; 0 for ever
     * @param rollupDays how many days sums are kept; 0 for ever
     */
    public Retention(UsageTransactions transactions, int days, int rollupDays, Clock clock) {
        this.transactions = transactions;
        this.days = days;
        this.rollupDays = rollupDays;
        this.clock = clock;
    }

    /** Deletes what is over, up to half a million rows of each kind; the next time it goes on. */
    public void run() {
        long now = clock.millis();
        long today = RollupKind.PLACE.period(now);
        long calls = days == 0 ? 0 : repeat(() -> delete(deleteCalls, now - days * RollupKind.MILLIS_A_DAY));
        long sums = 0;
        for (RollupKind kind : rollupDays == 0 ? new RollupKind[0] : RollupKind.values()) {
            sums += repeat(() -> delete(deleteRollups, kind.text(), kind.firstPeriod(today - rollupDays)));
        }
        repeat(() -> delete(deletePlaces, today - DAYS_OF_PLACES));
        repeat(() -> delete(deletePlaceCounts, today - DAYS_OF_PLACES));
        if (calls + sums > 0) {
            LOG.info("Deleted {} calls and {} sums whose time was over", calls, sums);
        }
    }

    private int delete(String sql, Object... parameters) {
        Object[] all = java.util.Arrays.copyOf(parameters, parameters.length + 1);
        all[parameters.length] = BATCH;
        return transactions.write(() -> transactions.jdbc().update(sql, all));
    }

    private static long repeat(IntSupplier delete) {
        long all = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int deleted = delete.getAsInt();
            all += deleted;
            if (deleted < BATCH) {
                break;
            }
        }
        return all;
    }
}

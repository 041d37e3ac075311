package org.aurora.gateway.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.UUID;
import org.aurora.gateway.store.SqlFile;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The ledger in the database. An event's key is its spool and its number therein, so it has one row however often it is
 * brought; rows, sums and the spool's mark are one transaction. Locks are taken in one order: the spool, the places of
 * each key and day, the sums.
 */
public final class SqlUsageLedger implements UsageLedger {
    /** How many places below the root have sums of their own, for each key and day. */
    static final int MOST_PLACES = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SqlUsageLedger.class);
    private static final int BATCH = 1_000;
    private static final RowMapper<Mark> MARK = (row, number) -> new Mark(row.getLong(1), row.getLong(2));

    private final UsageTransactions transactions;
    private final JdbcTemplate jdbc;
    private final PlaceRegister places;
    private final String heldSql = SqlFile.read("usage/held.sql");
    private final String lockSpool = SqlFile.read("usage/lock-spool.sql");
    private final String nextSpoolNumber = SqlFile.read("usage/next-spool-number.sql");
    private final String beginSpool = SqlFile.read("usage/begin-spool.sql");
    private final String markSpool = SqlFile.read("usage/mark-spool.sql");
    private final String insertCall = SqlFile.read("usage/insert-call.sql");
    private final String addToRollup = SqlFile.read("usage/add-to-rollup.sql");

    public SqlUsageLedger(UsageTransactions transactions) {
        this(transactions, MOST_PLACES);
    }

    SqlUsageLedger(UsageTransactions transactions, int mostPlaces) {
        this.transactions = transactions;
        this.jdbc = transactions.jdbc();
        this.places = new PlaceRegister(jdbc, mostPlaces);
    }

    /** How far a spool is known. */
    private record Mark(long number, long held) {}

    @Override
    public long held(String spool) {
        return transactions.read(() -> jdbc.queryForList(heldSql, Long.class, spool)).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public void add(String spool, long before, List<UsageEvent> events) {
        transactions.write(() -> addWithin(spool, before, events)).ifPresent(places::remember);
    }

    @Override
    public void tryOut(UsageEvent event) {
        try {
            transactions.write(() -> undone(event));
        } catch (Undone asIntended) {
            return;
        }
    }

    /** As the first of a spool that nobody has. */
    private Optional<PlaceRegister.Settled> undone(UsageEvent event) {
        addWithin(UUID.randomUUID().toString(), 0, List.of(event));
        throw new Undone();
    }

    /** Has a transaction rolled back. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Optional<PlaceRegister.Settled> addWithin(String spool, long before, List<UsageEvent> events) {
        Mark mark = mark(spool);
        // A spool may be new here and not new itself; an empty batch says on purpose what will not come.
        if (mark.held > 0 && mark.held < before && !events.isEmpty()) {
            LOG.error("Calls {} to {} of the spool {} never came and are lost", mark.held + 1, before, spool);
        }
        if (before + events.size() <= mark.held) {
            return Optional.empty();
        }
        int known = (int) Math.max(0, Math.min(events.size(), mark.held - before));
        List<UsageEvent> fresh = events.subList(known, events.size()).stream()
                .map(StorableEvent::of)
                .toList();
        PlaceRegister.Settled settled = places.settle(fresh);
        insert(CallRow.key(mark.number, before + known), fresh, settled.places());
        jdbc.update(markSpool, before + events.size(), spool);
        return Optional.of(settled);
    }

    private Mark mark(String spool) {
        return jdbc.query(lockSpool, MARK, spool).stream().findFirst().orElseGet(() -> {
            long number =
                    jdbc.query(nextSpoolNumber, (row, count) -> row.getLong(1)).get(0);
            return jdbc.query(beginSpool, MARK, spool, number).get(0);
        });
    }

    private void insert(long firstCall, List<UsageEvent> events, List<Place> settled) {
        List<CallRow> rows = new ArrayList<>(events.size());
        RollupChanges changes = new RollupChanges();
        for (int i = 0; i < events.size(); i++) {
            rows.add(new CallRow(firstCall + i, events.get(i), settled.get(i), 0));
            changes.add(events.get(i), settled.get(i), UsageSums.of(events.get(i)));
        }
        jdbc.batchUpdate(insertCall, rows, BATCH, (statement, row) -> row.writeTo(statement));
        jdbc.batchUpdate(addToRollup, changes.inOrder(), BATCH, (statement, change) -> {
            RowWriter row = new RowWriter(statement);
            change.getKey().writeTo(row);
            write(row, change);
        });
    }

    private static void write(RowWriter row, Entry<RollupKey, UsageSums> change) throws java.sql.SQLException {
        UsageSums sums = change.getValue();
        row.number(sums.requests())
                .number(sums.unpriced())
                .number(sums.stated())
                .number(sums.uncharged())
                .number(sums.inputTokens())
                .number(sums.outputTokens())
                .number(sums.cachedInputTokens())
                .money(sums.inputMoney())
                .money(sums.outputMoney())
                .money(sums.totalMoney());
    }
}

package org.aurora.gateway.accounting;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aurora.gateway.contract.DatabaseKind;
import org.aurora.gateway.contract.TestDatabase;
import org.aurora.gateway.store.Database;
import org.aurora.gateway.store.DatabaseAddress;
import org.aurora.gateway.store.DatabaseUse;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty database of usage. */
final class UsageStore implements AutoCloseable {
    private final TestDatabase place;
    private final boolean owner;
    private final Database database;
    private final UsageTransactions transactions;

    private UsageStore(TestDatabase place, boolean owner) {
        this.place = place;
        this.owner = owner;
        this.database = new Database(address(place), DatabaseUse.USAGE);
        this.transactions = new UsageTransactions(database);
        database.migrate();
    }

    static UsageStore on(DatabaseKind kind) {
        return new UsageStore(kind.fresh(), true);
    }

    /** The same database as another replica sees it. */
    UsageStore replica() {
        return new UsageStore(place, false);
    }

    private static DatabaseAddress address(TestDatabase place) {
        Map<String, String> environment = place.environment();
        return environment.containsKey("AURORA_DATABASE_URL")
                ? DatabaseAddress.of(environment.get("AURORA_DATABASE_URL"))
                : DatabaseAddress.embeddedUsage(Path.of(environment.get("AURORA_DATA_DIR")));
    }

    UsageTransactions transactions() {
        return transactions;
    }

    JdbcTemplate jdbc() {
        return transactions.jdbc();
    }

    SqlUsageLedger ledger() {
        return new SqlUsageLedger(transactions);
    }

    SqlUsageLedger ledger(int mostPlaces) {
        return new SqlUsageLedger(transactions, mostPlaces);
    }

    List<CallRow> rows() {
        return jdbc().query("SELECT * FROM usage_call ORDER BY call", CallRow::read);
    }

    /** All sums as they are stored. */
    Map<RollupKey, UsageSums> rollups() {
        Map<RollupKey, UsageSums> rollups = new HashMap<>();
        jdbc().query("SELECT * FROM usage_rollup", row -> {
            RollupKey key = new RollupKey(
                    RollupKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getString("scope"),
                    row.getLong("period"),
                    row.getString("name"),
                    row.getString("provider"),
                    row.getString("model"));
            rollups.put(
                    key,
                    new UsageSums(
                            row.getLong("requests"),
                            row.getLong("unpriced"),
                            row.getLong("stated"),
                            row.getLong("uncharged"),
                            row.getLong("input_tokens"),
                            row.getLong("output_tokens"),
                            row.getLong("cached_input_tokens"),
                            new Money(row.getLong("input_units"), row.getLong("input_attos")),
                            new Money(row.getLong("output_units"), row.getLong("output_attos")),
                            new Money(row.getLong("total_units"), row.getLong("total_attos"))));
        });
        return rollups;
    }

    /** All sums as the stored rows make them. */
    Map<RollupKey, UsageSums> rollupsOfRows() {
        RollupChanges changes = new RollupChanges();
        rows().forEach(row -> changes.add(row.event(), row.place(), UsageSums.of(row.event())));
        Map<RollupKey, UsageSums> rollups = new HashMap<>();
        changes.inOrder().forEach(change -> rollups.put(change.getKey(), change.getValue()));
        return rollups;
    }

    @Override
    public void close() {
        database.close();
        if (owner) {
            place.close();
        }
    }
}

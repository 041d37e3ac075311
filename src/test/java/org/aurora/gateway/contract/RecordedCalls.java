package org.aurora.gateway.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.accounting.SqlUsageLedger;
import org.aurora.gateway.accounting.UsageTransactions;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.store.Database;
import org.aurora.gateway.store.DatabaseAddress;
import org.aurora.gateway.store.DatabaseUse;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/** Calls that are in a gateway's database as if it had served them. */
final class RecordedCalls {
    private final TestDatabase database;
    private final String userPath;
    private final List<UsageEvent> events = new ArrayList<>();

    private RecordedCalls(TestDatabase database, String userPath) {
        this.database = database;
        this.userPath = userPath;
    }

    /**
     * None yet.
     *
     * @param userPath where they come from
     */
    static RecordedCalls in(TestDatabase database, String userPath) {
        return new RecordedCalls(database, userPath);
    }

    RecordedCalls priced(Instant at, String alias, String model, String input, String output) {
        return add(
                at,
                List.of(alias),
                model,
                200,
                new Cost.Priced(new BigDecimal(input), new BigDecimal(output), PriceSource.OVERRIDE));
    }

    RecordedCalls unpriced(Instant at, String model) {
        return add(at, List.of(), model, 200, new Cost.Unpriced(UnpricedReason.NO_PRICE));
    }

    private RecordedCalls add(Instant at, List<String> chain, String model, int status, Cost cost) {
        events.add(new UsageEvent(
                userPath + "-" + events.size(),
                at,
                "req_same",
                new UsageCaller("key-1", Optional.of(userPath)),
                new UsageModels(
                        Optional.of(chain.isEmpty() ? model : chain.get(0)),
                        chain,
                        Optional.of(new ProviderModel("openai-primary", model)),
                        Optional.of(model)),
                new UsageOutcome(
                        "chat/completions",
                        false,
                        status,
                        Optional.empty(),
                        false,
                        Optional.of(Duration.ofNanos(1_234_567)),
                        Duration.ofMillis(20)),
                TokenCounts.of(1_000_000, 500_000).withCache(100, 0).withReasoning(7),
                Optional.empty(),
                cost));
        return this;
    }

    void store() {
        Map<String, String> environment = database.environment();
        DatabaseAddress address = environment.containsKey("AURORA_DATABASE_URL")
                ? DatabaseAddress.of(environment.get("AURORA_DATABASE_URL"))
                : DatabaseAddress.embeddedUsage(Path.of(environment.get("AURORA_DATA_DIR")));
        try (Database usage = new Database(address, DatabaseUse.USAGE)) {
            new SqlUsageLedger(new UsageTransactions(usage)).add(userPath, 0, events);
        }
    }
}

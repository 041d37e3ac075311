package org.aurora.gateway.dashboard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/** Calls that a gateway finds in its ledger, put there as its own would be. */
final class RecordedCalls {
    private static final UsageOutcome ANSWERED = new UsageOutcome(
            "chat/completions",
            true,
            200,
            Optional.empty(),
            false,
            Optional.of(Duration.ofMillis(240)),
            Duration.ofMillis(1_850));

    private final List<UsageEvent> events = new ArrayList<>();

    /** A call that is still to be said more of. */
    static final class Call {
        private final Instant at;
        private UsageCaller caller = new UsageCaller("master", Optional.empty());
        private UsageModels models = new UsageModels(Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        private UsageOutcome outcome = ANSWERED;
        private TokenCounts counts = TokenCounts.UNKNOWN;
        private Cost cost = new Cost.Uncharged();

        private Call(Instant at) {
            this.at = at;
        }

        Call by(String key, String userPath) {
            caller = new UsageCaller(key, Optional.of(userPath));
            return this;
        }

        /** Through these aliases, if any, to a provider's model. */
        Call to(String provider, String model, String... aliases) {
            models = new UsageModels(
                    Optional.of(aliases.length > 0 ? aliases[0] : provider + "/" + model),
                    List.of(aliases),
                    Optional.of(new ProviderModel(provider, model)),
                    Optional.of(model));
            return this;
        }

        Call tokens(long input, long cached, long output) {
            counts = TokenCounts.of(input, output).withCache(cached, 0);
            return this;
        }

        Call costing(String input, String output) {
            cost = new Cost.Priced(new BigDecimal(input), new BigDecimal(output), PriceSource.OVERRIDE);
            return this;
        }

        Call unpriced() {
            cost = new Cost.Unpriced(UnpricedReason.NO_PRICE);
            return this;
        }

        /** Ended by an error of the gateway, with part of the answer sent or none. */
        Call failing(int status, String code, boolean partial) {
            outcome = new UsageOutcome(
                    "chat/completions",
                    true,
                    status,
                    Optional.of(code),
                    partial,
                    partial ? Optional.of(Duration.ofMillis(90)) : Optional.empty(),
                    Duration.ofMillis(400));
            return this;
        }

        /** For a name that nothing has. */
        Call inVain(String name) {
            models = new UsageModels(Optional.of(name), List.of(), Optional.empty(), Optional.empty());
            return this;
        }
    }

    /** One more call, so long ago. */
    Call add(Duration ago) {
        return new Call(Instant.now().minus(ago));
    }

    RecordedCalls and(Call call) {
        int number = events.size() + 1;
        events.add(new UsageEvent(
                "call-" + number,
                Instant.ofEpochMilli(call.at.toEpochMilli()),
                "request-" + number,
                call.caller,
                call.models,
                call.outcome,
                call.counts,
                Optional.empty(),
                call.cost));
        return this;
    }

    /**
     * Puts them into the ledger of a gateway with the embedded database, whose tables are there once it was asked.
     *
     * @param spool other calls are of another spool
     */
    void into(RunningGateway gateway, String spool) {
        new GatewayApi(gateway).get("/usage/summary");
        try (Database database =
                new Database(DatabaseAddress.embeddedUsage(gateway.home().resolve("data")), DatabaseUse.USAGE)) {
            new SqlUsageLedger(new UsageTransactions(database)).add(spool, 0, events);
        }
    }
}

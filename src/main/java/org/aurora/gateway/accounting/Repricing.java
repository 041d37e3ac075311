package org.aurora.gateway.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Supplier;
import org.aurora.gateway.accounting.UsageQuery.Days;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.Pricing;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.store.SqlFile;
import org.aurora.gateway.usage.RecordedCost;
import org.aurora.gateway.usage.UsageEvent;

/**
 * Prices recorded calls anew, by what is known now of the prices at the time of each. Each batch changes rows and sums
 * in one transaction, so a run that breaks off has done a part of it right, and the next one does the rest.
 */
public final class Repricing {
    private static final int BATCH = 500;

    private final UsageTransactions transactions;
    private final UsageReports reports;
    private final Supplier<Pricing> pricing;
    private final String select = SqlFile.read("usage/calls-to-price.sql");
    private final String reprice = SqlFile.read("usage/reprice-call.sql");
    private final String provider = SqlFile.read("usage/any-sum.sql");
    private final String adjust = SqlFile.read("usage/adjust-rollup.sql");

    /**
     * Prices by what is in force at the time of each run.
     *
     * @param pricing what is known of prices now
     */
    public Repricing(UsageTransactions transactions, Supplier<Pricing> pricing) {
        this.transactions = transactions;
        this.reports = new UsageReports(transactions);
        this.pricing = pricing;
    }

    /**
     * Which calls are priced anew.
     *
     * @param provider only those sent to it
     * @param model only those sent to the model of this id, at any provider
     * @param dryRun whether nothing is to be changed
     * @param mayUnprice whether a known cost gives way to none where no price is known now, as it is of providers that
     *     are not configured any more; else it stays
     */
    public record Request(
            Days days, Optional<String> provider, Optional<String> model, boolean dryRun, boolean mayUnprice) {}

    /**
     * What came of it.
     *
     * @param rows how many calls were looked at
     * @param changed how many of them cost something else now
     * @param before what they came to
     * @param after what they come to
     * @param kept how many calls keep their cost because no price is known for them now
     * @param rowsGone how many calls are in the sums although their rows are not kept any more; they stay as they are
     */
    public record Result(long rows, long changed, UsageSums before, UsageSums after, long kept, long rowsGone) {
        private static final Result NONE = new Result(0, 0, UsageSums.NONE, UsageSums.NONE, 0, 0);

        private Result with(UsageSums old, UsageSums next, boolean differs, boolean stays) {
            return new Result(
                    rows + 1,
                    changed + (differs ? 1 : 0),
                    before.plus(old),
                    after.plus(next),
                    kept + (stays ? 1 : 0),
                    0);
        }
    }

    /** Where a run has come to, which goes through the calls by their time. */
    private record Progress(long atMillis, long call, Result result, boolean more) {}

    /** Whether there are calls that were sent to a provider of this name. */
    public boolean knowsProvider(String name) {
        return !name.isEmpty()
                && !transactions
                        .read(() -> transactions
                                .jdbc()
                                .queryForList(provider, Integer.class, RollupKind.KEY.text(), name + "/"))
                        .isEmpty();
    }

    /** Does it, which takes long where there are many calls. */
    public Result run(Request request) {
        Pricing prices = pricing.get();
        Progress progress = new Progress(request.days().startMillis() - 1, Long.MAX_VALUE, Result.NONE, true);
        while (progress.more) {
            Progress last = progress;
            progress = request.dryRun()
                    ? transactions.read(() -> next(request, prices, last))
                    : transactions.write(() -> next(request, prices, last));
        }
        Result result = progress.result;
        long summed = reports.summary(UsageQuery.all(request.days(), request.model(), request.provider()))
                .requests();
        return new Result(
                result.rows,
                result.changed,
                result.before,
                result.after,
                result.kept,
                Math.max(0, summed - result.rows));
    }

    private Progress next(Request request, Pricing prices, Progress last) {
        Filters filters = new Filters().equal("provider", request.provider()).equal("request_model", request.model());
        List<CallRow> rows = transactions
                .jdbc()
                .query(
                        filters.in(select),
                        CallRow::read,
                        filters.parameters(
                                List.of(last.atMillis, last.call, request.days().endMillis()), BATCH));
        List<CallRow> changed = new ArrayList<>();
        RollupChanges changes = new RollupChanges();
        Result result = last.result;
        for (CallRow row : rows) {
            Cost known = cost(row.event(), prices);
            boolean stays = !request.mayUnprice() && losesItsPrice(row.event().cost(), known);
            CallRow priced = stays ? row : row.priced(known);
            UsageSums old = UsageSums.of(row.event());
            UsageSums next = UsageSums.of(priced.event());
            boolean differs = !priced.event().cost().equals(row.event().cost());
            result = result.with(old, next, differs, stays);
            if (differs) {
                changed.add(priced);
                changes.add(row.event(), row.place(), next.minus(old));
            }
        }
        if (!request.dryRun() && !changed.isEmpty()) {
            write(changed, changes);
        }
        if (rows.size() < BATCH) {
            return new Progress(last.atMillis, last.call, result, false);
        }
        CallRow end = rows.get(rows.size() - 1);
        return new Progress(end.event().at().toEpochMilli(), end.call(), result, true);
    }

    private static Cost cost(UsageEvent event, Pricing prices) {
        Optional<ProviderModel> model = event.models().request();
        return model.isEmpty() || event.cost() instanceof Cost.Uncharged
                ? event.cost()
                : RecordedCost.of(prices.cost(
                        model.get(), event.counts(), event.at(), RecordedCost.stated(event.upstreamCost())));
    }

    /** What a provider said counts only for calls that had no price from the beginning. */
    private static boolean losesItsPrice(Cost recorded, Cost known) {
        boolean unpriced =
                known.unpricedReason().filter(UnpricedReason::lacksPrice).isPresent();
        return (recorded.totalCost().isPresent() && unpriced)
                || (recorded instanceof Cost.Priced && known instanceof Cost.Stated);
    }

    private void write(List<CallRow> changed, RollupChanges changes) {
        int[][] updated = transactions.jdbc().batchUpdate(reprice, changed, BATCH, (statement, row) -> {
            RowWriter columns = new RowWriter(statement);
            CostColumns.write(columns, row.event().cost());
            columns.number(row.call()).number(row.pricings());
        });
        for (int[] batch : updated) {
            for (int rows : batch) {
                if (rows != 1) {
                    throw new UsageTransactions.RowsChanged();
                }
            }
        }
        transactions.jdbc().batchUpdate(adjust, changes.inOrder(), BATCH, (statement, change) -> {
            RowWriter row = new RowWriter(statement);
            write(row, change);
            change.getKey().writeTo(row);
        });
    }

    private static void write(RowWriter row, Entry<RollupKey, UsageSums> change) throws java.sql.SQLException {
        UsageSums sums = change.getValue();
        row.number(sums.unpriced()).number(sums.stated());
        for (Money money : List.of(sums.inputMoney(), sums.outputMoney(), sums.totalMoney())) {
            row.money(money).number(money.attos());
        }
    }
}

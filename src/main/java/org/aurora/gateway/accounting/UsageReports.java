package org.aurora.gateway.accounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.accounting.UsageQuery.Days;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.store.SqlFile;

/** Answers questions about recorded calls from their sums. Blocks while it asks the database. */
public final class UsageReports {
    private static final int FIRST_SUM = 5;
    private static final long BILLION = 1_000_000_000L;

    private final UsageTransactions transactions;
    private final String report = SqlFile.read("usage/report.sql");
    private final String providersOfModel = SqlFile.read("usage/providers-of-model.sql");

    public UsageReports(UsageTransactions transactions) {
        this.transactions = transactions;
    }

    /** What all of the calls come to. */
    public UsageSums summary(UsageQuery query) {
        return groups(
                        UsageGrouping.NOTHING,
                        new UsageQuery(query.days(), query.userPath(), query.model(), query.provider(), 1, 0))
                .stream()
                .findFirst()
                .map(UsageGroup::sums)
                .orElse(UsageSums.NONE);
    }

    /** Groups of calls: days and hours in their order, others by the number of their calls. */
    public List<UsageGroup> groups(UsageGrouping by, UsageQuery query) {
        return transactions.read(() -> {
            RollupKind kind = by.kind();
            List<String> scopes = scopes(kind, query);
            if (scopes.isEmpty()) {
                return List.of();
            }
            Filters filters = filters(by, query);
            String sql = filters.in(report)
                    .replace("{columns}", by.columns())
                    .replace("{order}", by.order())
                    .replace("{scopes}", String.join(", ", Collections.nCopies(scopes.size(), "?")));
            List<Object> before = new ArrayList<>();
            before.add(kind.text());
            before.addAll(scopes);
            before.add(kind.firstPeriod(query.days().first().toEpochDay()));
            before.add(kind.lastPeriod(query.days().last().toEpochDay()));
            return transactions
                    .jdbc()
                    .query(sql, UsageReports::group, filters.parameters(before, query.limit(), query.offset()));
        });
    }

    /** Of which scopes the sums are wanted. */
    private List<String> scopes(RollupKind kind, UsageQuery query) {
        boolean byPlace = kind == RollupKind.PLACE || kind == RollupKind.HOUR;
        if (byPlace && query.userPath().isPresent()) {
            return List.of(query.userPath().get());
        }
        Optional<String> model = query.model().map(StorableText::forKey);
        if (kind == RollupKind.PLACE || (model.isEmpty() && query.provider().isEmpty())) {
            return List.of(Place.ROOT);
        }
        return model.isEmpty()
                ? query.provider().stream().map(provider -> provider + "/").toList()
                : query.provider().map(List::of).orElseGet(() -> providers(query.days(), model.get())).stream()
                        .map(provider -> new ProviderModel(provider, model.get()).selector())
                        .toList();
    }

    private List<String> providers(Days days, String model) {
        return transactions
                .jdbc()
                .queryForList(
                        providersOfModel,
                        String.class,
                        days.first().toEpochDay(),
                        days.last().toEpochDay(),
                        model);
    }

    private static Filters filters(UsageGrouping by, UsageQuery query) {
        Filters filters = new Filters();
        if (by.kind() == RollupKind.PLACE) {
            filters.equal("provider", query.provider())
                    .equal("model", query.model().map(StorableText::forKey));
        }
        if (by == UsageGrouping.ALIAS) {
            filters.and("name <> ''");
        }
        return by == UsageGrouping.USER_PATH ? filters.nameBelow(query.userPath()) : filters;
    }

    private static UsageGroup group(ResultSet row, int number) throws SQLException {
        int next = FIRST_SUM;
        UsageSums sums = new UsageSums(
                row.getLong(next++),
                row.getLong(next++),
                row.getLong(next++),
                row.getLong(next++),
                row.getLong(next++),
                row.getLong(next++),
                row.getLong(next++),
                money(row, next),
                money(row, next + 3),
                money(row, next + 6));
        return new UsageGroup(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), sums);
    }

    /** Whole units, billionths and the rest, each summed on its own. */
    private static Money money(ResultSet row, int first) throws SQLException {
        long billionths = row.getLong(first + 1);
        long rest = row.getLong(first + 2);
        return new Money(row.getLong(first) + billionths / BILLION, billionths % BILLION * BILLION)
                .plus(new Money(rest / Money.ATTOS, rest % Money.ATTOS));
    }
}

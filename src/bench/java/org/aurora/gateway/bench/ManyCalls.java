package org.aurora.gateway.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.accounting.CallLog;
import org.aurora.gateway.accounting.SqlUsageLedger;
import org.aurora.gateway.accounting.UsageGrouping;
import org.aurora.gateway.accounting.UsageQuery;
import org.aurora.gateway.accounting.UsageQuery.Days;
import org.aurora.gateway.accounting.UsageReports;
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

/**
 * Fills the database of recorded calls, three days through the ledger and the others as copies of them, and times adding
 * more of them and every report. The calls are of 200 keys, 1,000 user paths (20 teams with 50 services), 40 models at 4 providers and 50 aliases in all
 * combinations alike, which is the worst case for sums: real calls repeat themselves.
 */
public final class ManyCalls {
    private static final int LEDGER_DAYS = 3;
    private static final int ROUNDS = 7;
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 23);
    private static final Optional<String> TEAM = Optional.of("/org/team-07");
    private static final Optional<String> SERVICE = Optional.of("/org/team-07/service-21");
    private static final Optional<String> MODEL = Optional.of("vendor/model-17");
    private static final Optional<String> PROVIDER = Optional.of("provider-1");

    private final Random random = new Random(1);
    private final Days all;
    private final UsageTransactions transactions;
    private final SqlUsageLedger ledger;
    private final CopiedDays copies;

    private ManyCalls(Database database, int days) {
        this.all = new Days(FIRST, FIRST.plusDays(days - 1L));
        this.transactions = new UsageTransactions(database);
        this.copies = new CopiedDays(database);
        this.ledger = new SqlUsageLedger(transactions);
    }

    /**
     * Prints rows of a Markdown table.
     *
     * @param arguments a folder for SQLite or the address of a PostgreSQL database, how many calls, and on how many days
     */
    public static void main(String[] arguments) throws SQLException {
        DatabaseAddress address = arguments[0].contains(":")
                ? DatabaseAddress.of(arguments[0])
                : DatabaseAddress.embeddedUsage(Path.of(arguments[0]));
        try (Database database = new Database(address, DatabaseUse.USAGE)) {
            database.migrate();
            int days = Integer.parseInt(arguments[2]);
            ManyCalls calls = new ManyCalls(database, days);
            calls.fill(days, Integer.parseInt(arguments[1]) / days);
            calls.timeAdding(1_000);
            calls.timeAdding(5_000);
            calls.timeReports();
        }
    }

    private void fill(int days, int aDay) throws SQLException {
        for (int day = 0; day < days; day++) {
            if (copies.has(FIRST.plusDays(day))) {
                continue;
            }
            if (day < LEDGER_DAYS) {
                add(day, aDay);
            } else {
                copies.copy(FIRST.plusDays(day % LEDGER_DAYS), FIRST.plusDays(day), aDay);
            }
            System.err.println("filled day " + (day + 1) + " of " + days);
        }
        copies.analyze();
    }

    private void add(int day, int aDay) {
        List<UsageEvent> events = new ArrayList<>(aDay);
        for (int number = 0; number < aDay; number++) {
            events.add(call(FIRST.plusDays(day), number, aDay));
        }
        ledger.add("bulk", (long) day * aDay, events);
    }

    private void timeAdding(int batch) {
        String spool = "timed-" + batch + "-" + System.nanoTime();
        List<UsageEvent> events = new ArrayList<>();
        for (int number = 0; number < 60_000; number++) {
            events.add(call(all.last(), number, 60_000));
        }
        int warmUp = 20_000;
        ledger.add(spool, 0, events.subList(0, warmUp));
        long start = System.nanoTime();
        for (int from = warmUp; from < events.size(); from += batch) {
            ledger.add(spool, from, events.subList(from, from + batch));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| calls added a second, in batches of %,d | %,.0f | |%n",
                batch,
                (events.size() - warmUp) / seconds);
    }

    private void timeReports() {
        UsageReports reports = new UsageReports(transactions);
        CallLog log = new CallLog(transactions);
        for (Days days : List.of(all, new Days(all.last().minusDays(29), all.last()))) {
            for (UsageQuery query : queries(days)) {
                String of = describe(query);
                row("summary" + of, () -> reports.summary(query));
                for (UsageGrouping by : UsageGrouping.values()) {
                    boolean answered = by != UsageGrouping.NOTHING
                            && (query.userPath().isEmpty()
                                    || (by != UsageGrouping.KEY
                                            && (by != UsageGrouping.HOUR
                                                    || query.model().isEmpty())));
                    if (answered) {
                        row("by " + by.text() + of, () -> reports.groups(by, query));
                    }
                }
            }
        }
        row("log, all", () -> log.page(new UsageQuery(all, none(), none(), none(), 50, 0)));
        row("log, one model", () -> log.page(new UsageQuery(all, none(), MODEL, none(), 50, 0)));
        row("log, one team", () -> log.page(new UsageQuery(all, TEAM, none(), none(), 50, 0)));
    }

    private static List<UsageQuery> queries(Days days) {
        return List.of(
                new UsageQuery(days, none(), none(), none(), 1_000, 0),
                new UsageQuery(days, TEAM, none(), none(), 1_000, 0),
                new UsageQuery(days, SERVICE, none(), none(), 1_000, 0),
                new UsageQuery(days, none(), none(), PROVIDER, 1_000, 0),
                new UsageQuery(days, none(), MODEL, none(), 1_000, 0),
                new UsageQuery(days, TEAM, MODEL, PROVIDER, 1_000, 0));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private String describe(UsageQuery query) {
        StringBuilder text = new StringBuilder(query.days().equals(all) ? ", all days" : ", 30 days");
        query.userPath().ifPresent(path -> text.append(", ").append(path));
        query.provider().ifPresent(provider -> text.append(", ").append(provider));
        query.model().ifPresent(model -> text.append(", ").append(model));
        return text.toString();
    }

    private static void row(String what, Runnable report) {
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            report.run();
            nanos[round] = System.nanoTime() - start;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f |%n", what, nanos[ROUNDS / 2] / 1e6, first / 1e6);
    }

    private UsageEvent call(LocalDate day, int number, int aDay) {
        int key = random.nextInt(200);
        int model = random.nextInt(40);
        boolean aliased = random.nextBoolean();
        int alias = random.nextInt(50);
        int asked = aliased ? alias % 40 : model;
        return new UsageEvent(
                "call-" + day + "-" + number,
                day.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(86_400_000L * number / aDay),
                "req_" + number,
                new UsageCaller(
                        "key" + key,
                        Optional.of(String.format(
                                Locale.ROOT, "/org/team-%02d/service-%02d", key % 20, random.nextInt(50)))),
                new UsageModels(
                        Optional.of("asked"),
                        aliased ? List.of("alias-" + alias) : List.of(),
                        Optional.of(new ProviderModel("provider-" + asked % 4, "vendor/model-" + asked)),
                        Optional.of("vendor/model-" + asked + "-2026-01-01")),
                new UsageOutcome(
                        "chat/completions",
                        random.nextBoolean(),
                        200,
                        Optional.empty(),
                        false,
                        Optional.of(Duration.ofMillis(random.nextInt(900))),
                        Duration.ofMillis(900 + random.nextInt(9_000))),
                TokenCounts.of(random.nextInt(20_000), random.nextInt(2_000)),
                Optional.empty(),
                cost());
    }

    private Cost cost() {
        return random.nextInt(20) == 0
                ? new Cost.Unpriced(UnpricedReason.NO_PRICE)
                : new Cost.Priced(
                        BigDecimal.valueOf(random.nextLong(1_000_000_000L), 12),
                        BigDecimal.valueOf(random.nextLong(1_000_000_000L), 12),
                        PriceSource.CONFIG);
    }
}

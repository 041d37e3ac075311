package org.aurora.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aurora.gateway.accounting.UsageQuery.Days;
import org.aurora.gateway.contract.DatabaseKind;
import org.aurora.gateway.contract.OnBothDatabases;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceField;
import org.aurora.gateway.pricing.PriceTimeline;
import org.aurora.gateway.pricing.Prices;
import org.aurora.gateway.pricing.Pricing;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.usage.RecordedCost;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RepricingTest {
    private static final Instant START = Instant.parse("2026-10-24T00:00:00Z");
    private static final Instant RISE = Instant.parse("2026-10-25T01:30:00Z");
    private static final Days ALL = new Days(LocalDate.parse("2026-10-24"), LocalDate.parse("2026-10-26"));

    private final UsageStore store;
    private final Repricing repricing;
    private final List<UsageEvent> events = new RandomEvents(3, START, Duration.ofDays(3)).list(1_700);
    private Pricing prices = Pricing.declared("USD", List.of(), Clock.systemUTC())
            .withStored(
                    Map.of(
                            "east/gpt-x",
                            PriceTimeline.EMPTY
                                    .with(Instant.EPOCH, rates("0.123456789012345", "2"))
                                    .with(RISE, rates("1", "4")),
                            "west/m_1",
                            PriceTimeline.EMPTY.with(RISE, rates("0", "0"))),
                    Set.of());

    RepricingTest(DatabaseKind kind) {
        store = UsageStore.on(kind);
        repricing = new Repricing(store.transactions(), () -> prices);
        store.ledger().add("spool-a", 0, events);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Prices rates(String input, String output) {
        return new Prices(
                Map.of(
                        PriceField.INPUT_PER_MTOK,
                        new BigDecimal(input),
                        PriceField.OUTPUT_PER_MTOK,
                        new BigDecimal(output)),
                List.of());
    }

    private Repricing.Result run(Optional<String> provider, Optional<String> model, boolean dryRun) {
        return repricing.run(new Repricing.Request(ALL, provider, model, dryRun, false));
    }

    private Repricing.Result run() {
        return run(Optional.empty(), Optional.empty(), false);
    }

    private Cost known(UsageEvent event) {
        return event.cost() instanceof Cost.Uncharged
                ? event.cost()
                : RecordedCost.of(prices.cost(
                        event.models().request().orElseThrow(), event.counts(), event.at(), event.upstreamCost()));
    }

    private boolean stays(UsageEvent event) {
        Cost known = known(event);
        return (event.cost() instanceof Cost.Priced && known instanceof Cost.Stated)
                || (event.cost().totalCost().isPresent()
                        && known.unpricedReason().stream().anyMatch(reason -> reason != UnpricedReason.NO_USAGE));
    }

    private Cost expected(UsageEvent event) {
        return stays(event) ? event.cost() : known(event);
    }

    @Test
    void pricesEachCallByThePricesOfItsTime() {
        Repricing.Result result = run();

        assertThat(store.rows().stream().map(row -> row.event().cost()))
                .containsExactlyElementsOf(events.stream().map(this::expected).toList());
        assertThat(result.rows()).isEqualTo(1_700);
        assertThat(result.changed())
                .isEqualTo(events.stream()
                        .filter(event -> !expected(event).equals(event.cost()))
                        .count());
        assertThat(result.rowsGone()).isZero();
    }

    @Test
    void takesNoKnownCostAwayWhereNoPriceIsKnownNow() {
        run();
        List<Cost> costs = store.rows().stream().map(row -> row.event().cost()).toList();
        prices = Pricing.declared(List.of());

        Repricing.Result result = run();

        List<CallRow> rows = store.rows();
        for (int i = 0; i < costs.size(); i++) {
            if (costs.get(i).totalCost().isPresent()) {
                assertThat(rows.get(i).event().cost()).isEqualTo(costs.get(i));
            }
        }
        assertThat(result.kept()).isPositive();
    }

    @Test
    void takesItAwayWhereSomebodySaysSo() {
        run();
        prices = Pricing.declared(List.of());

        Repricing.Result result =
                repricing.run(new Repricing.Request(ALL, Optional.empty(), Optional.empty(), false, true));

        assertThat(result.kept()).isZero();
        assertThat(store.rows().stream().map(row -> row.event().cost())).noneMatch(cost -> cost instanceof Cost.Priced);
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
    }

    @Test
    void knowsTheProvidersThatCallsWereSentTo() {
        assertThat(repricing.knowsProvider("east")).isTrue();
        assertThat(repricing.knowsProvider("eas")).isFalse();
        assertThat(repricing.knowsProvider("")).isFalse();
    }

    @Test
    void keepsSumsThatAreThoseOfTheRows() {
        run();

        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
    }

    @Test
    void saysWhatCallsCameToBeforeAndAfter() {
        UsageReports reports = new UsageReports(store.transactions());
        UsageQuery all = UsageQuery.all(ALL, Optional.empty(), Optional.empty());
        UsageSums before = reports.summary(all);

        Repricing.Result result = run();

        assertThat(result.before()).isEqualTo(before);
        assertThat(result.after()).isEqualTo(reports.summary(all)).isNotEqualTo(before);
    }

    @Test
    void changesNothingASecondTime() {
        Repricing.Result first = run();

        Repricing.Result second = run();

        assertThat(second.changed()).isZero();
        assertThat(second.before()).isEqualTo(first.after());
        assertThat(second.after()).isEqualTo(first.after());
    }

    @Test
    void changesNothingInADryRun() {
        Map<RollupKey, UsageSums> sums = store.rollups();

        Repricing.Result dry = run(Optional.empty(), Optional.empty(), true);

        assertThat(store.rows().stream().map(CallRow::event)).containsExactlyElementsOf(events);
        assertThat(store.rollups()).isEqualTo(sums);
        assertThat(run()).isEqualTo(dry);
    }

    @Test
    void changesOnlyCallsOfTheModelAndTheDays() {
        Repricing.Request request = new Repricing.Request(
                new Days(LocalDate.parse("2026-10-25"), LocalDate.parse("2026-10-25")),
                Optional.of("east"),
                Optional.of("m%1"),
                false,
                false);

        Repricing.Result result = repricing.run(request);

        List<UsageEvent> meant = events.stream()
                .filter(event -> event.at().toString().startsWith("2026-10-25"))
                .filter(event -> event.models().request().stream()
                        .anyMatch(model -> model.selector().equals("east/m%1")))
                .toList();
        assertThat(result.rows()).isEqualTo(meant.size()).isPositive();
        assertThat(store.rows().stream().map(row -> row.event().cost()))
                .containsExactlyElementsOf(events.stream()
                        .map(event -> meant.contains(event) ? expected(event) : event.cost())
                        .toList());
    }

    @Test
    void leavesSumsAsTheyAreOfCallsWhoseRowsAreGone() {
        store.jdbc().update("DELETE FROM usage_call WHERE at_millis < ?", RISE.toEpochMilli());
        long gone = 1_700L - store.rows().size();
        UsageReports reports = new UsageReports(store.transactions());
        UsageQuery firstDay = UsageQuery.all(new Days(ALL.first(), ALL.first()), Optional.empty(), Optional.empty());
        UsageSums before = reports.summary(firstDay);

        Repricing.Result result = run();

        assertThat(result.rowsGone()).isEqualTo(gone).isPositive();
        assertThat(reports.summary(firstDay)).isEqualTo(before);
    }

    @Test
    void agreesWithItselfWhileCallsComeAndOthersDoTheSame() throws Exception {
        UsageStore replica = store.replica();
        Repricing other = new Repricing(replica.transactions(), () -> prices);
        List<UsageEvent> more = new RandomEvents(4, START, Duration.ofDays(3)).list(600);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> work = new ArrayList<>();
            work.add(threads.submit(() -> run()));
            work.add(threads.submit(
                    () -> other.run(new Repricing.Request(ALL, Optional.empty(), Optional.empty(), false, false))));
            work.add(threads.submit(() -> {
                for (int from = 0; from < 600; from += 20) {
                    replica.ledger().add("spool-b", from, more.subList(from, from + 20));
                }
            }));
            for (Future<?> part : work) {
                part.get();
            }
        } finally {
            threads.shutdownNow();
            replica.close();
        }

        assertThat(store.rows()).hasSize(2_300);
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
    }
}

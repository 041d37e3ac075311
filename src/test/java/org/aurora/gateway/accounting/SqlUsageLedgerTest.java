package org.aurora.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.contract.DatabaseKind;
import org.aurora.gateway.contract.OnBothDatabases;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

@OnBothDatabases
class SqlUsageLedgerTest {
    private static final Instant LEAP_DAY = Instant.parse("2028-02-28T22:00:00Z");

    private final UsageStore store;
    private final SqlUsageLedger ledger;
    private final RandomEvents random = new RandomEvents(7, LEAP_DAY, Duration.ofHours(30));

    SqlUsageLedgerTest(DatabaseKind kind) {
        store = UsageStore.on(kind);
        ledger = store.ledger();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void holdsNothingOfASpoolItNeverSaw() {
        assertThat(ledger.held("spool-a")).isZero();
    }

    @Test
    void givesBackEveryFieldOfACall() {
        List<UsageEvent> events = random.list(400);

        ledger.add("spool-a", 0, events);

        assertThat(store.rows().stream().map(CallRow::event)).containsExactlyElementsOf(events);
        assertThat(ledger.held("spool-a")).isEqualTo(400);
    }

    @Test
    void keepsSumsThatAreThoseOfTheRows() {
        ledger.add("spool-a", 0, random.list(700));
        ledger.add("spool-b", 0, random.list(1));
        ledger.add("spool-a", 700, random.list(800));

        assertThat(store.rollups()).hasSizeGreaterThan(500).isEqualTo(store.rollupsOfRows());
    }

    @Test
    void addsMoneyToTheLastDigit() {
        List<UsageEvent> events = random.list(2_000);

        for (int from = 0; from < events.size(); from += 250) {
            ledger.add("spool-a", from, events.subList(from, from + 250));
        }

        BigDecimal expected = events.stream()
                .flatMap(event -> event.cost().totalCost().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal recorded = store.rollups().entrySet().stream()
                .filter(sums -> sums.getKey().kind() == RollupKind.KEY
                        && sums.getKey().scope().equals("/"))
                .map(sums -> sums.getValue().totalMoney().decimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(recorded).isEqualByComparingTo(expected).isGreaterThan(new BigDecimal("1000000000"));
    }

    @Test
    void passesOverWhatItHolds() {
        List<UsageEvent> events = random.list(30);
        ledger.add("spool-a", 0, events.subList(0, 20));

        ledger.add("spool-a", 0, events.subList(0, 20));
        ledger.add("spool-a", 5, events.subList(5, 15));
        ledger.add("spool-a", 10, events.subList(10, 30));

        assertThat(store.rows().stream().map(CallRow::event)).containsExactlyElementsOf(events);
        assertThat(ledger.held("spool-a")).isEqualTo(30);
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
    }

    @Test
    void takesNothingOfABatchThatItCannotTakeWhole() {
        ledger.add("spool-a", 0, random.list(10));
        store.jdbc().execute("ALTER TABLE usage_rollup RENAME TO elsewhere");

        assertThatThrownBy(() -> ledger.add("spool-a", 10, random.list(10))).isInstanceOf(DataAccessException.class);

        store.jdbc().execute("ALTER TABLE elsewhere RENAME TO usage_rollup");
        assertThat(ledger.held("spool-a")).isEqualTo(10);
        assertThat(store.rows()).hasSize(10);
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
    }

    @Test
    void isToldByAnEmptyBatchWhatWillNotCome() {
        List<UsageEvent> events = random.list(4);
        ledger.add("spool-a", 0, events.subList(0, 2));

        ledger.add("spool-a", 3, List.of());
        assertThat(ledger.held("spool-a")).isEqualTo(3);
        ledger.add("spool-a", 2, List.of());
        ledger.add("spool-a", 2, events.subList(2, 4));

        assertThat(ledger.held("spool-a")).isEqualTo(4);
        assertThat(store.rows().stream().map(CallRow::event))
                .containsExactly(events.get(0), events.get(1), events.get(3));
    }

    @Test
    void leavesNothingOfWhatItTriesOut() {
        List<UsageEvent> events = random.list(10);
        ledger.add("spool-a", 0, events.subList(0, 5));

        events.subList(5, 10).forEach(ledger::tryOut);

        assertThat(store.rows()).hasSize(5);
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
        ledger.add("spool-a", 5, events.subList(5, 10));
        assertThat(store.rows().stream().map(CallRow::event)).containsExactlyElementsOf(events);
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
    }

    @Test
    void failsWhenItTriesOutAsWhenItAdds() {
        ledger.add("spool-a", 0, random.list(1));
        store.jdbc().execute("ALTER TABLE usage_rollup RENAME TO elsewhere");

        assertThatThrownBy(() -> ledger.tryOut(random.next())).isInstanceOf(DataAccessException.class);

        store.jdbc().execute("ALTER TABLE elsewhere RENAME TO usage_rollup");
        assertThat(store.rows()).hasSize(1);
    }

    private static List<String> errors(Runnable meanwhile) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(SqlUsageLedger.class);
        lines.start();
        logger.addAppender(lines);
        try {
            meanwhile.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream()
                .filter(line -> line.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void callsLostOnlyWhatNeverCame() {
        List<String> harmless = errors(() -> {
            ledger.add("spool-a", 100, random.list(10));
            ledger.add("spool-a", 111, List.of());
            ledger.add("spool-a", 111, random.list(1));
            ledger.tryOut(random.next());
        });
        List<String> lost = errors(() -> ledger.add("spool-a", 120, random.list(1)));

        assertThat(harmless).isEmpty();
        assertThat(lost).containsExactly("Calls 113 to 120 of the spool spool-a never came and are lost");
    }

    /** A database put back to an earlier state must not stop what comes later. */
    @Test
    void goesOnAfterCallsThatNeverCame() {
        ledger.add("spool-a", 100, random.list(10));

        assertThat(ledger.held("spool-a")).isEqualTo(110);
        assertThat(store.rows()).hasSize(10);
    }

    @Test
    void storesTextThatDatabasesRefuse() {
        UsageEvent plain = random.next();
        String nasty = "a\u0000b\uD800c" + "\u202Emodel'; DROP TABLE usage_call; --" + "😀".repeat(2_000);
        UsageEvent hostile = new UsageEvent(
                plain.id(),
                plain.at(),
                nasty,
                new UsageCaller(nasty, Optional.of("/" + "\u05D0".repeat(600))),
                new UsageModels(
                        Optional.of(nasty),
                        List.of(nasty),
                        Optional.of(new ProviderModel("east", nasty)),
                        Optional.of(nasty)),
                plain.outcome(),
                plain.counts(),
                plain.upstreamCost(),
                plain.cost());

        ledger.add("spool-a", 0, List.of(hostile));

        UsageEvent stored = store.rows().get(0).event();
        assertThat(stored.caller().key())
                .startsWith("a\uFFFDb\uFFFDc\u202Emodel'")
                .hasSizeLessThanOrEqualTo(1_024);
        assertThat(stored.caller().userPath()).isEqualTo(hostile.caller().userPath());
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
    }

    @Test
    void keepsAbsurdCountsFromRunningOver() {
        UsageEvent plain = random.next();
        UsageEvent absurd = new UsageEvent(
                plain.id(),
                plain.at(),
                plain.requestId(),
                plain.caller(),
                plain.models(),
                plain.outcome(),
                TokenCounts.of(Long.MAX_VALUE, Long.MAX_VALUE).withCache(Long.MAX_VALUE, -1),
                Optional.empty(),
                new Cost.Stated(new BigDecimal("1E+40")));

        ledger.add("spool-a", 0, List.of(absurd, absurd, absurd));
        for (int i = 0; i < 10; i++) {
            ledger.add("spool-a", 3 + i, List.of(absurd));
        }

        assertThat(store.rollups().values()).allSatisfy(sums -> {
            assertThat(sums.inputTokens()).isEqualTo(13 * StorableEvent.MOST_TOKENS);
            assertThat(sums.totalCost()).contains(new BigDecimal("13000000000000"));
        });
    }
}

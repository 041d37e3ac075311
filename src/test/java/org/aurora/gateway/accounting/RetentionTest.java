package org.aurora.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aurora.gateway.contract.DatabaseKind;
import org.aurora.gateway.contract.OnBothDatabases;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RetentionTest {
    private static final Instant NOW = Instant.parse("2028-03-10T12:00:00Z");
    private static final Instant START = Instant.parse("2028-02-20T00:00:00Z");

    private final UsageStore store;
    private final List<UsageEvent> events = new RandomEvents(9, START, Duration.between(START, NOW)).list(5_000);

    RetentionTest(DatabaseKind kind) {
        store = UsageStore.on(kind);
        store.ledger().add("spool-a", 0, events);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Retention retention(int days, int rollupDays) {
        return new Retention(store.transactions(), days, rollupDays, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void deletesRowsWhoseTimeIsOverAndLeavesTheirSums() {
        Map<RollupKey, UsageSums> sums = store.rollups();

        retention(5, 0).run();

        assertThat(store.rows().stream().map(CallRow::event))
                .containsExactlyElementsOf(events.stream()
                        .filter(event -> !event.at().isBefore(NOW.minus(Duration.ofDays(5))))
                        .toList());
        assertThat(store.rollups()).isEqualTo(sums);
    }

    @Test
    void deletesSumsWhoseTimeIsOver() {
        Map<RollupKey, UsageSums> sums = store.rollups();
        long first = RollupKind.PLACE.period(NOW.toEpochMilli()) - 3;
        sums.keySet().removeIf(key -> key.period() < key.kind().firstPeriod(first));

        retention(0, 3).run();

        assertThat(store.rollups()).isEqualTo(sums).isNotEmpty();
        assertThat(store.rows()).hasSize(5_000);
    }

    @Test
    void keepsEverythingWhereNothingElseIsSaid() {
        Map<RollupKey, UsageSums> sums = store.rollups();

        retention(0, 0).run();

        assertThat(store.rows()).hasSize(5_000);
        assertThat(store.rollups()).isEqualTo(sums);
    }

    @Test
    void doesNoHarmInSeveralReplicasAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        UsageStore replica = store.replica();
        try {
            Future<?> one = threads.submit(() -> retention(5, 5).run());
            Future<?> two = threads.submit(
                    () -> new Retention(replica.transactions(), 5, 5, Clock.fixed(NOW, ZoneOffset.UTC)).run());
            Future<?> writer = threads.submit(
                    () -> replica.ledger().add("spool-b", 0, new RandomEvents(1, NOW, Duration.ofHours(1)).list(100)));
            one.get();
            two.get();
            writer.get();
        } finally {
            threads.shutdownNow();
            replica.close();
        }

        assertThat(store.rows().stream().map(row -> row.event().at()))
                .allMatch(at -> !at.isBefore(NOW.minus(Duration.ofDays(5))));
        assertThat(store.jdbc().queryForObject("SELECT held FROM usage_spool WHERE spool = 'spool-b'", Long.class))
                .isEqualTo(100);
    }
}

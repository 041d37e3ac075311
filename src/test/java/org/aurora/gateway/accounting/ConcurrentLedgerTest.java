package org.aurora.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.aurora.gateway.contract.DatabaseKind;
import org.aurora.gateway.contract.OnBothDatabases;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas that write the same sums at once, each batch brought by several threads and some of it twice. */
@OnBothDatabases
class ConcurrentLedgerTest {
    private static final int SPOOLS = 8;
    private static final int WRITERS_A_SPOOL = 4;
    private static final int EVENTS = 600;
    private static final int MOST_PLACES = 5;

    private final UsageStore store;
    private final List<UsageStore> replicas;
    private final ExecutorService threads = Executors.newFixedThreadPool(SPOOLS * WRITERS_A_SPOOL);
    private final CyclicBarrier together = new CyclicBarrier(SPOOLS * WRITERS_A_SPOOL);

    ConcurrentLedgerTest(DatabaseKind kind) {
        store = UsageStore.on(kind);
        replicas = List.of(store.replica(), store.replica(), store.replica());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        replicas.forEach(UsageStore::close);
        store.close();
    }

    @Test
    void agreesOnRowsSumsPlacesAndMarks() throws Exception {
        List<SqlUsageLedger> ledgers = Stream.concat(Stream.of(store), replicas.stream())
                .map(replica -> replica.ledger(MOST_PLACES))
                .toList();
        List<Future<?>> writers = new ArrayList<>();
        for (int spool = 0; spool < SPOOLS; spool++) {
            List<UsageEvent> events =
                    new RandomEvents(spool, Instant.parse("2026-03-29T00:30:00Z"), Duration.ofHours(2)).list(EVENTS);
            for (int writer = 0; writer < WRITERS_A_SPOOL; writer++) {
                String name = "spool-" + spool;
                SqlUsageLedger ledger = ledgers.get((spool + writer) % ledgers.size());
                writers.add(threads.submit(() -> deliver(ledger, name, events)));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        assertThat(store.rows()).hasSize(SPOOLS * EVENTS);
        for (int spool = 0; spool < SPOOLS; spool++) {
            assertThat(ledgers.get(0).held("spool-" + spool)).isEqualTo(EVENTS);
        }
        assertThat(store.rollups()).isEqualTo(store.rollupsOfRows());
        assertThat(placesOfKeys()).isNotEmpty().allSatisfy(places -> assertThat(places)
                .isEqualTo(MOST_PLACES));
    }

    private Void deliver(SqlUsageLedger ledger, String spool, List<UsageEvent> events) throws Exception {
        together.await();
        for (long held = ledger.held(spool); held < events.size(); held = ledger.held(spool)) {
            int from = (int) Math.max(0, held - ThreadLocalRandom.current().nextInt(30));
            int to = Math.min(
                    events.size(), (int) held + 1 + ThreadLocalRandom.current().nextInt(60));
            ledger.add(spool, from, events.subList(from, to));
        }
        return null;
    }

    private List<Integer> placesOfKeys() {
        return store.jdbc().queryForList("SELECT COUNT(*) FROM usage_place GROUP BY day, api_key", Integer.class);
    }
}

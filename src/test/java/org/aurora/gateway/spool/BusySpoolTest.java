package org.aurora.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.aurora.gateway.testing.Events;
import org.aurora.gateway.testing.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads at once, many small segments, restarts, and a ledger whose answers get lost. */
class BusySpoolTest {
    private static final int WRITERS = 3;
    private static final int EVENTS = 2_000;
    /** Room for all events, in segments of a quarter of it. */
    private static final long SMALL_SEGMENTS = 16L << 20;

    private final MemoryLedger ledger = new MemoryLedger();
    private final AtomicInteger numbers = new AtomicInteger();

    @Test
    void bringsEachEventOnceWhateverHappensOnTheWay(@TempDir Path data) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int run = 0; run < 4; run++) {
            try (OpenSpool spool = OpenSpool.in(data.resolve("usage"), SMALL_SEGMENTS)) {
                append(spool, random);
                assertThat(spool.spool().lost()).as("seed %d", seed).isZero();
            }
        }
        try (OpenSpool last = OpenSpool.in(data.resolve("usage"), SMALL_SEGMENTS)) {
            ledger.silent(false);
            last.deliver(ledger);
            assertThat(last.segments()).as("seed %d", seed).hasSize(1);
        }

        assertThat(ledger.ids()).as("seed %d", seed).hasSize(numbers.get()).doesNotHaveDuplicates();
    }

    private void append(OpenSpool spool, Random random) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(threads.submit(() -> {
                for (int i = 0; i < EVENTS; i++) {
                    spool.spool().append(Events.numbered(numbers.incrementAndGet()));
                }
            }));
        }
        Future<?> forcing = threads.submit(() -> {
            while (!over.get()) {
                spool.spool().force();
            }
        });
        while (writers.stream().anyMatch(writer -> !writer.isDone())) {
            deliverBadly(spool, random);
        }
        over.set(true);
        forcing.get(20, TimeUnit.SECONDS);
        for (Future<?> writer : writers) {
            writer.get(20, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    private void deliverBadly(OpenSpool spool, Random random) {
        ledger.silent(random.nextInt(4) == 0);
        try {
            spool.deliverBatch(ledger, 1 + random.nextInt(300));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the connection broke");
        } finally {
            ledger.silent(false);
        }
    }
}

package org.aurora.gateway.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aurora.gateway.testing.Events;
import org.aurora.gateway.testing.MemoryLedger;
import org.aurora.gateway.usage.UsageEvent;

/** A spool in the hands of a test. */
record OpenSpool(Path folder, Spool spool) implements AutoCloseable {
    static final long PLENTY = 1L << 30;

    static OpenSpool in(Path folder) {
        return in(folder, PLENTY);
    }

    static OpenSpool in(Path folder, long maxBytes) {
        return new OpenSpool(folder, Spool.open(folder, maxBytes, Clock.systemUTC()));
    }

    static OpenSpool in(Path folder, long maxBytes, SegmentFile.Opener opener) {
        return new OpenSpool(folder, Spool.open(folder, maxBytes, Clock.systemUTC(), opener));
    }

    /** Appends the events of these numbers and forces them to the disk. */
    OpenSpool append(int from, int to) {
        IntStream.rangeClosed(from, to).mapToObj(Events::numbered).forEach(spool::append);
        spool.force();
        return this;
    }

    /** Delivers all there is. */
    void deliver(MemoryLedger ledger) {
        while (spool.waits()) {
            deliverBatch(ledger, 500);
        }
    }

    void deliverBatch(MemoryLedger ledger, int most) {
        Optional<SpoolBatch> batch = spool.next(ledger.held(spool.id()), most);
        batch.ifPresent(taken -> {
            ledger.add(taken.spool(), taken.before(), taken.events());
            spool.forget(taken);
        });
    }

    List<Path> segments() {
        return segments(folder);
    }

    static List<Path> segments(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(Events::numbered)
                .map(UsageEvent::id)
                .toList();
    }

    @Override
    public void close() {
        spool.close();
    }
}

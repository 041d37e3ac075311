package org.aurora.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.spool.OpenSpool.ids;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aurora.gateway.testing.Events;
import org.aurora.gateway.testing.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A disk with as much room as a test gives it, and a spool that may not grow. */
class FullDiskTest {
    private static final int LINE = 450;

    private final Path data;

    private final MemoryLedger ledger = new MemoryLedger();
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean unforceable;

    FullDiskTest(@TempDir Path data) {
        this.data = data;
    }

    /** Writes what there is room for, also half a line, and fails then, as a full disk does. */
    private SegmentFile limited(Path file) throws IOException {
        SegmentFile real = SegmentFile.open(file);
        return new SegmentFile() {
            @Override
            public void write(byte[] bytes, int length, long position) throws IOException {
                int fits = (int) Math.min(length, Math.max(0, room.get() - position));
                real.write(bytes, fits, position);
                if (fits < length) {
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void force() throws IOException {
                if (unforceable) {
                    throw new IOException("Input/output error");
                }
                real.force();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    private OpenSpool open() {
        return OpenSpool.in(data.resolve("usage"), OpenSpool.PLENTY, this::limited);
    }

    @Test
    void losesNothingWhereThereIsRoomAgainSoon() {
        try (OpenSpool spool = open().append(1, 5)) {
            room.set(spool.spool().bytes() + LINE / 2);
            spool.append(6, 20);
            spool.deliver(ledger);
            assertThat(ledger.ids()).isEqualTo(ids(1, 5));

            room.set(Long.MAX_VALUE);
            spool.append(21, 25).deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(ids(1, 25));
            assertThat(spool.spool().lost()).isZero();
        }
    }

    @Test
    void countsWhatFindsNoRoomAndGoesOnWhenThereIsSome() {
        try (OpenSpool spool = open().append(1, 5)) {
            room.set(spool.spool().bytes() + LINE / 2);
            spool.append(6, 3_000);
            long lost = spool.spool().lost();
            assertThat(lost).isPositive();

            room.set(Long.MAX_VALUE);
            spool.spool().force();
            spool.append(3_001, 3_003).deliver(ledger);

            assertThat(ledger.ids()).hasSize(3_003 - (int) lost).doesNotHaveDuplicates();
            assertThat(ledger.ids())
                    .endsWith("call-3001", "call-3002", "call-3003")
                    .startsWith("call-1", "call-2");
            assertThat(spool.spool().lost()).isEqualTo(lost);
        }
    }

    @Test
    void leavesAtACrashWhatWasWhole() throws IOException {
        try (OpenSpool spool = open().append(1, 5)) {
            room.set(spool.spool().bytes() + LINE / 2);
            spool.append(6, 8);
            Path crashed = Files.createDirectory(data.resolve("crashed"));
            try (Stream<Path> files = Files.list(spool.folder())) {
                for (Path file : files.toList()) {
                    Files.copy(file, crashed.resolve(file.getFileName()));
                }
            }
            try (OpenSpool again = OpenSpool.in(crashed).append(9, 9)) {
                again.deliver(ledger);
            }
        }
        assertThat(ledger.ids()).hasSize(6).endsWith("call-5", "call-9");
    }

    @Test
    void deliversNothingThatCouldNotBeForced() {
        try (OpenSpool spool = open()) {
            unforceable = true;
            spool.append(1, 3).deliver(ledger);
            assertThat(ledger.ids()).isEmpty();

            unforceable = false;
            spool.append(4, 4).deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(ids(1, 4));
        }
    }

    /** What the spool says of its disk meanwhile. */
    private static List<String> said(Runnable meanwhile) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(DiskHealth.class);
        lines.start();
        logger.addAppender(lines);
        try {
            meanwhile.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("Recorded calls"))
                .toList();
    }

    @Test
    void saysOnceThatNothingCanBeForcedAndOnceThatItIsOver() {
        try (OpenSpool spool = open()) {
            unforceable = true;
            List<String> broken = said(() -> IntStream.rangeClosed(1, 20).forEach(i -> spool.append(i, i)));
            unforceable = false;
            List<String> healed = said(() -> IntStream.rangeClosed(21, 40).forEach(i -> spool.append(i, i)));

            assertThat(broken).containsExactly("Recorded calls cannot be written to the disk: Input/output error");
            assertThat(healed)
                    .containsExactly("Recorded calls are written to the disk again; 0 were lost since the start");
            spool.deliver(ledger);
            assertThat(ledger.ids()).isEqualTo(ids(1, 40));
        }
    }

    @Test
    void saysOnceThatTheDiskIsFullAndOnceThatItIsOver() {
        try (OpenSpool spool = open().append(1, 5)) {
            room.set(spool.spool().bytes() + LINE / 2);
            List<String> full = said(() -> IntStream.rangeClosed(6, 20).forEach(i -> spool.append(i, i)));
            room.set(Long.MAX_VALUE);
            List<String> healed = said(() -> IntStream.rangeClosed(21, 30).forEach(i -> spool.append(i, i)));

            assertThat(full).containsExactly("Recorded calls cannot be written to the disk: No space left on device");
            assertThat(healed)
                    .containsExactly("Recorded calls are written to the disk again; 0 were lost since the start");
        }
    }

    @Test
    void neverTakesMoreThanItMayAndGoesOnWhenSomeIsDelivered() throws IOException {
        long most = 30_000;
        try (OpenSpool spool = OpenSpool.in(data.resolve("usage"), most)) {
            for (int i = 1; i <= 200; i++) {
                spool.append(i, i);
            }
            long lost = spool.spool().lost();
            assertThat(lost).isPositive();
            assertThat(size(spool.segments())).isLessThanOrEqualTo(most);

            spool.deliver(ledger);
            spool.append(201, 220).deliver(ledger);

            assertThat(spool.spool().lost()).isEqualTo(lost);
            assertThat(ledger.ids()).hasSize(220 - (int) lost).contains("call-201", "call-220");
        }
    }

    @Test
    void mayBeTooSmallForAnything() {
        try (OpenSpool spool = OpenSpool.in(data.resolve("usage"), 1)) {
            spool.spool().append(Events.numbered(1));
            spool.spool().force();

            assertThat(spool.spool().lost()).isEqualTo(1);
            assertThat(spool.spool().waits()).isFalse();
        }
    }

    @Test
    void saysAtItsEndWhatNeverReachedTheDisk() {
        OpenSpool spool = open().append(1, 5);
        room.set(0);
        spool.append(6, 8);

        spool.close();

        assertThat(spool.spool().lost()).isEqualTo(3);
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }
}

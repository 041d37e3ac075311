package org.aurora.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.aurora.gateway.spool.OpenSpool.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.aurora.gateway.testing.Events;
import org.aurora.gateway.testing.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private final Path data;

    private final MemoryLedger ledger = new MemoryLedger();

    SpoolTest(@TempDir Path data) {
        this.data = data;
    }

    private OpenSpool open() {
        return OpenSpool.in(data.resolve("usage"));
    }

    @Test
    void deliversInOrderAndInBatches() {
        try (OpenSpool spool = open().append(1, 1_200)) {
            spool.deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(ids(1, 1_200));
            assertThat(ledger.sizes()).containsExactly(500, 500, 200);
        }
    }

    @Test
    void deliversNothingThatALossOfPowerCouldTakeBack() {
        try (OpenSpool spool = open().append(1, 3)) {
            spool.spool().append(Events.numbered(4));

            spool.deliver(ledger);
            assertThat(ledger.ids()).isEqualTo(ids(1, 3));
            spool.spool().force();
            spool.deliver(ledger);
            assertThat(ledger.ids()).isEqualTo(ids(1, 4));
        }
    }

    @Test
    void offersABatchAgainUntilItIsForgotten() {
        try (OpenSpool spool = open().append(1, 3)) {
            SpoolBatch once = spool.spool().next(0, 2).orElseThrow();
            SpoolBatch again = spool.spool().next(0, 2).orElseThrow();

            assertThat(again.events()).isEqualTo(once.events()).hasSize(2);
            spool.spool().forget(again);
            assertThat(spool.spool().next(2, 2).orElseThrow().before()).isEqualTo(2);
        }
    }

    /** The database took a batch, but its answer was lost. */
    @Test
    void passesOverWhatTheDatabaseSaysItHolds() {
        try (OpenSpool spool = open().append(1, 10)) {
            ledger.silent(true);
            assertThatThrownBy(() -> spool.deliverBatch(ledger, 4)).isInstanceOf(IllegalStateException.class);
            ledger.silent(false);

            spool.deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(ids(1, 10));
        }
    }

    @Test
    void goesOnAfterARestartWhereTheDatabaseSays() {
        try (OpenSpool first = open().append(1, 700)) {
            first.deliverBatch(ledger, 500);
        }
        try (OpenSpool again = open()) {
            assertThat(again.spool().oldest()).contains(Events.numbered(1).at());
            again.append(701, 900).deliver(ledger);
        }

        assertThat(ledger.ids()).isEqualTo(ids(1, 900));
    }

    @Test
    void beginsAnewInAnotherDatabase() {
        try (OpenSpool spool = open().append(1, 5)) {
            spool.deliver(ledger);
            MemoryLedger other = new MemoryLedger();
            spool.append(6, 7).deliver(other);

            assertThat(other.ids()).isEqualTo(ids(1, 7));
        }
    }

    @Test
    void deletesSegmentsWhoseEventsAreDelivered() {
        long smallSegments = 40_000;
        try (OpenSpool spool = OpenSpool.in(data.resolve("usage"), smallSegments)) {
            for (int i = 1; i <= 4; i++) {
                spool.append(i * 20 - 19, i * 20);
            }
            assertThat(spool.segments()).hasSizeGreaterThan(2);

            spool.deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(ids(1, 80));
            assertThat(spool.segments()).hasSize(1);
            assertThat(spool.spool().events()).isZero();
            assertThat(spool.spool().oldest()).isEmpty();
        }
        try (OpenSpool again = OpenSpool.in(data.resolve("usage"), smallSegments)) {
            again.append(81, 82).deliver(ledger);
            assertThat(ledger.ids()).isEqualTo(ids(1, 82));
        }
    }

    @Test
    void saysHowMuchWaits() {
        try (OpenSpool spool = open()) {
            assertThat(spool.spool().events()).isZero();
            assertThat(spool.spool().bytes()).isZero();

            spool.append(5, 7);

            assertThat(spool.spool().events()).isEqualTo(3);
            assertThat(spool.spool().oldest()).contains(Events.numbered(5).at());
            assertThat(spool.spool().bytes())
                    .isEqualTo(spool.segments().get(0).toFile().length());
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        try (OpenSpool spool = open().append(1, 1)) {
            spool.spool().refuse(1, Events.numbered(1), "because");

            assertThat(mode(spool.folder())).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(spool.folder())) {
                assertThat(files.toList()).hasSize(4).allSatisfy(file -> assertThat(mode(file))
                        .isEqualTo("rw-------"));
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isNotSharedByTwo() {
        try (OpenSpool spool = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(SpoolUnusable.class)
                    .hasMessageContaining("in use by another gateway");
            assertThat(spool.append(1, 1).spool().waits()).isTrue();
        }
        open().close();
    }

    @Test
    void needsAFolderThatCanBeMade() throws IOException {
        Files.writeString(data.resolve("usage"), "in the way");

        assertThatThrownBy(this::open).isInstanceOf(SpoolUnusable.class).hasMessageContaining("make it writable");
    }

    /** A data folder that was copied to make a second gateway. */
    @Test
    void takesAnotherIdWhereACopyDeliversUnderItsOwn() throws IOException {
        open().append(1, 3).close();
        Path copy = Files.createDirectory(data.resolve("copy"));
        try (Stream<Path> files = Files.list(data.resolve("usage"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        try (OpenSpool one = open().append(4, 6);
                OpenSpool other = OpenSpool.in(copy).append(14, 16)) {
            String before = other.spool().id();
            one.deliver(ledger);
            other.deliver(ledger);
            one.append(7, 8).deliver(ledger);
            other.append(17, 18).deliver(ledger);

            assertThat(other.spool().id()).isNotEqualTo(before);
            assertThat(ledger.ids())
                    .containsExactlyElementsOf(Stream.of(ids(1, 6), ids(14, 16), ids(7, 8), ids(17, 18))
                            .flatMap(List::stream)
                            .toList());
        }
        try (OpenSpool other = OpenSpool.in(copy).append(19, 19)) {
            other.deliver(ledger);
            assertThat(ledger.ids()).endsWith("call-18", "call-19").doesNotHaveDuplicates();
        }
    }

    @Test
    void deliversAgainWhatADatabaseThatWasPutBackLacks() {
        try (OpenSpool spool = open().append(1, 9)) {
            spool.deliver(ledger);
            ledger.hold(spool.spool().id(), 6);

            spool.append(10, 10).deliver(ledger);

            assertThat(ledger.ids()).endsWith("call-9", "call-7", "call-8", "call-9", "call-10");
        }
    }

    /** A pool that is shut down in a hurry interrupts its threads, which closes any channel that they write to. */
    @Test
    void isNotEndedByAnInterruptedThread() {
        try (OpenSpool spool = open()) {
            Thread.currentThread().interrupt();
            spool.append(1, 3);
            assertThat(Thread.interrupted()).isTrue();

            spool.append(4, 5).deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(ids(1, 5));
            assertThat(spool.spool().lost()).isZero();
        }
    }

    @Test
    void countsWhatComesAfterItsEndAsLost() {
        OpenSpool spool = open().append(1, 2);
        spool.close();

        spool.spool().append(Events.numbered(3));
        spool.spool().force();
        spool.close();

        assertThat(spool.spool().lost()).isEqualTo(1);
        assertThat(spool.spool().waits()).isFalse();
    }
}

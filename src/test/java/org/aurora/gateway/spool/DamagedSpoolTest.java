package org.aurora.gateway.spool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.spool.OpenSpool.ids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aurora.gateway.testing.MemoryLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crashes, disks and people do to files. */
class DamagedSpoolTest {
    private final Path data;

    private final MemoryLedger ledger = new MemoryLedger();
    private final Path folder;

    DamagedSpoolTest(@TempDir Path data) {
        this.data = data;
        this.folder = data.resolve("usage");
    }

    @BeforeEach
    void write() {
        OpenSpool.in(folder).append(1, 10).close();
    }

    private Path segment() {
        return OpenSpool.segments(folder).get(0);
    }

    private String text() throws IOException {
        return Files.readString(segment(), ISO_8859_1);
    }

    private void overwrite(String text) throws IOException {
        Files.writeString(segment(), text, ISO_8859_1);
    }

    /** Wherever a crash cut the file, what is whole is delivered, and what comes next is as well. */
    @Test
    void isCutBehindItsLastWholeLine() throws IOException {
        byte[] whole = Files.readAllBytes(segment());
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            int length = random.nextInt(whole.length + 1);
            Files.write(segment(), Arrays.copyOf(whole, length));
            int lines = (int) new String(whole, 0, length, ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            MemoryLedger fresh = new MemoryLedger();

            try (OpenSpool spool = OpenSpool.in(folder)) {
                spool.append(11, 12).deliver(fresh);
            }

            List<String> expected = new ArrayList<>(ids(1, lines));
            expected.addAll(ids(11, 12));
            assertThat(fresh.ids()).as("cut at %d", length).isEqualTo(expected);
            OpenSpool.segments(folder).stream().skip(1).forEach(file -> file.toFile()
                    .delete());
        }
    }

    @Test
    void isCutBeforeTheZerosThatALossOfPowerLeaves() throws IOException {
        Files.write(segment(), new byte[5_000], StandardOpenOption.APPEND);

        try (OpenSpool spool = OpenSpool.in(folder).append(11, 11)) {
            assertThat(spool.spool().lost()).isEqualTo(1);
            spool.deliver(ledger);
        }

        assertThat(ledger.ids()).isEqualTo(ids(1, 11));
        assertThat(text()).doesNotContain("\0");
    }

    @Test
    void setsADamagedLineAsideAndGoesOn() throws IOException {
        overwrite(text().replace("call-4\"", "call-5\""));

        try (OpenSpool spool = OpenSpool.in(folder)) {
            spool.deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(without(4));
            assertThat(spool.spool().lost()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("damaged.lines")))
                    .hasLineCount(1)
                    .contains("req_4\"");
        }
        try (OpenSpool again = OpenSpool.in(folder).append(11, 11)) {
            again.deliver(ledger);
            assertThat(ledger.ids()).hasSize(10).endsWith("call-11");
            assertThat(again.spool().lost()).isZero();
        }
    }

    /** The number of each event is in its line: those behind are not taken for those before. */
    @Test
    void losesTwoLinesAndNoMoreWhereALineFeedIsDamaged() throws IOException {
        String text = text();
        int fourth = text.indexOf("req_4\"");
        int lineFeed = text.indexOf('\n', fourth);
        overwrite(text.substring(0, lineFeed) + "?" + text.substring(lineFeed + 1));

        try (OpenSpool spool = OpenSpool.in(folder)) {
            spool.deliverBatch(ledger, 2);
            spool.deliver(ledger);
        }

        assertThat(ledger.ids())
                .isEqualTo(ids(1, 10).stream()
                        .filter(id -> !id.equals("call-4") && !id.equals("call-5"))
                        .toList());
    }

    @Test
    void setsAsideWhatALaterVersionWrote() throws IOException {
        byte[] json = "{\"v\":2,\"who\":\"knows\"}".getBytes(ISO_8859_1);
        Files.write(segment(), new SpoolLine(11, json).bytes(), StandardOpenOption.APPEND);

        try (OpenSpool spool = OpenSpool.in(folder).append(12, 12)) {
            spool.deliver(ledger);

            assertThat(ledger.ids()).hasSize(11).endsWith("call-10", "call-12");
            assertThat(Files.readString(folder.resolve("damaged.lines"))).contains("knows");
        }
    }

    @Test
    void survivesAnyByteBeingWrong() throws IOException {
        byte[] whole = Files.readAllBytes(segment());
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = whole.clone();
            int place = random.nextInt(damaged.length);
            damaged[place] ^= (byte) (1 + random.nextInt(255));
            Files.write(segment(), damaged);
            MemoryLedger fresh = new MemoryLedger();

            try (OpenSpool spool = OpenSpool.in(folder)) {
                spool.deliver(fresh);
                spool.append(11, 11).deliver(fresh);
            }

            assertThat(fresh.ids())
                    .as("byte %d", place)
                    .hasSizeBetween(9, 10)
                    .doesNotHaveDuplicates()
                    .endsWith("call-11")
                    .isSubsetOf(ids(1, 11));
        }
    }

    @Test
    void losesWhatWasInASegmentThatSomebodyDeletedAndNothingElse() throws IOException {
        Path small = data.resolve("small");
        try (OpenSpool spool = OpenSpool.in(small, 20_000)) {
            for (int i = 1; i <= 30; i++) {
                spool.append(i, i);
            }
            List<Path> segments = spool.segments();
            assertThat(segments).hasSizeGreaterThan(2);
            Files.delete(segments.get(1));

            spool.deliver(ledger);

            assertThat(ledger.ids().size() + spool.spool().lost()).isEqualTo(30);
            assertThat(ledger.ids()).contains("call-1", "call-30").hasSizeGreaterThan(15);
        }
    }

    @Test
    void goesOnInAnotherFileWhereItsOwnWasDeleted() throws IOException {
        try (OpenSpool spool = OpenSpool.in(folder)) {
            Files.delete(segment());
            spool.deliver(ledger);
            assertThat(spool.spool().lost()).isEqualTo(10);

            spool.append(11, 12).deliver(ledger);

            assertThat(ledger.ids()).isEqualTo(ids(11, 12));
        }
    }

    @Test
    void hasAnotherIdWhereAllWasDeleted() throws IOException {
        String before;
        try (OpenSpool spool = OpenSpool.in(folder)) {
            spool.deliver(ledger);
            before = spool.spool().id();
        }
        Files.delete(segment());

        try (OpenSpool again = OpenSpool.in(folder).append(11, 12)) {
            again.deliver(ledger);
            assertThat(again.spool().id()).isNotEqualTo(before);
        }
        assertThat(ledger.ids()).isEqualTo(ids(1, 12));
    }

    private static List<String> without(int number) {
        return ids(1, 10).stream().filter(id -> !id.equals("call-" + number)).toList();
    }
}

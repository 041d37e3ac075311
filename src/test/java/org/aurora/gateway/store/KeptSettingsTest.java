package org.aurora.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.journal.Changes.written;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.journal.Changes;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSettingsTest {
    private final Path data;
    private final KeptSettings kept;
    private final Path file;

    KeptSettingsTest(@TempDir Path data) {
        this.data = data;
        this.kept = new KeptSettings(data);
        this.file = data.resolve("settings.jsonl");
    }

    @Test
    void areThoseKeptLastAfterAnyWrites() {
        Random random = new Random(1);
        JournalState state = JournalState.empty();
        for (int step = 0; step < 60; step++) {
            state = after(state, Changes.some(random, state.revision(), 1 + random.nextInt(90), 300));

            kept.keep(state);

            assertThat(read().revision()).isEqualTo(state.revision());
            assertThat(read().changes()).as("step %d", step).isEqualTo(state.changes());
        }
    }

    @Test
    void growByWhatIsNewAlone() throws IOException {
        kept.keep(after(JournalState.empty(), Changes.some(new Random(1), 0, 500, 500)));
        byte[] before = Files.readAllBytes(file);

        kept.keep(after(read(), List.of(written(501, "new", "{}"))));

        byte[] grown = Files.readAllBytes(file);
        assertThat(grown).startsWith(before);
        assertThat(grown.length - before.length).isLessThan(400);
    }

    @Test
    void doNotGrowWithoutEnd() throws IOException {
        JournalState state = JournalState.empty();
        for (int revision = 1; revision <= 5_000; revision++) {
            state = after(state, List.of(written(revision, "the-same", "{\"r\":" + revision + "}")));
            kept.keep(state);
        }

        assertThat(Files.readAllLines(file)).hasSizeLessThan(2_100);
        assertThat(read().changes()).isEqualTo(state.changes());
    }

    /** As a crash leaves it, at any byte. */
    @Test
    void areAsBeforeWhereAnAdditionWasBrokenOff() throws IOException {
        JournalState before = after(JournalState.empty(), Changes.some(new Random(1), 0, 20, 10));
        kept.keep(before);
        int whole = Files.readAllBytes(file).length;
        JournalState state = after(before, List.of(written(21, "one", "{}"), written(22, "two", "{\"é\":1}")));
        kept.keep(state);
        byte[] added = Files.readAllBytes(file);

        for (int length = whole; length < added.length - 1; length++) {
            Files.write(file, Arrays.copyOf(added, length));

            assertThat(read().changes()).as("%d bytes", length).isEqualTo(before.changes());
        }
        Files.write(file, added);
        assertThat(read().changes()).isEqualTo(state.changes());
    }

    @Test
    void areWrittenAnewOverAnAdditionThatWasBrokenOff() throws IOException {
        JournalState state = after(JournalState.empty(), List.of(written(1, "a", "1")));
        kept.keep(state);
        Files.writeString(file, "{\"kind\":\"alias\",\"na", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        JournalState next = after(state, List.of(written(2, "b", "2")));

        new KeptSettings(data).keep(next);

        assertThat(read().changes()).isEqualTo(next.changes());
    }

    @Test
    void arePassedOverWhereTheyAreDamagedInTheMiddle() throws IOException {
        kept.keep(after(JournalState.empty(), Changes.some(new Random(1), 0, 20, 10)));
        List<String> lines = Files.readAllLines(file);
        lines.set(3, lines.get(3).substring(5));
        Files.write(file, lines);

        assertThat(new KeptSettings(data).read()).isEmpty();
    }

    @Test
    void forgetWhatAJournalThatWasPutBackDoesNotHold() {
        kept.keep(after(JournalState.empty(), List.of(written(1, "a", "1"), written(2, "lost", "2"))));
        JournalState putBack = after(JournalState.empty(), List.of(written(1, "a", "1"), written(3, "b", "3")));

        kept.keep(putBack);

        assertThat(read().changes()).isEqualTo(putBack.changes());
    }

    @Test
    void areWrittenAnewWhereSomebodyTookTheFileAway() throws IOException {
        JournalState state = after(JournalState.empty(), List.of(written(1, "a", "1")));
        kept.keep(state);
        Files.delete(file);
        JournalState next = after(state, List.of(written(2, "b", "2")));

        kept.keep(next);

        assertThat(read().changes()).isEqualTo(next.changes());
    }

    @Test
    void areNobodyElsesToRead() throws IOException {
        kept.keep(after(JournalState.empty(), List.of(written(1, "a", "1"))));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private JournalState read() {
        Optional<JournalState> read = new KeptSettings(data).read();
        return read.orElseThrow();
    }

    private static JournalState after(JournalState state, List<SettingChange> changes) {
        return state.with(changes.get(changes.size() - 1).revision(), changes);
    }
}

package org.aurora.gateway.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;

/**
 * The file of {@link KeptSettings}: a line that says up to which revision it goes, and a line for each change. What is
 * added later are further changes and then a line that says up to which revision it goes now, so that an addition that
 * was broken off does not count.
 */
final class KeptFile {
    private static final String REVISION_ONLY = "state";
    /** In ASCII, so that no line can break off within a character. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final ObjectWriter WRITER = JSON.writer();
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    private KeptFile() {}

    static void write(Path file, long revision, List<SettingChange> changes) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            writeRevision(lines, revision);
            writeChanges(lines, changes);
        }
    }

    /** Adds to a file that is there. */
    static void add(Path file, long revision, List<SettingChange> changes) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
            writeChanges(lines, changes);
            writeRevision(lines, revision);
        }
    }

    private static void writeRevision(BufferedWriter lines, long revision) throws IOException {
        lines.write(WRITER.writeValueAsString(Map.of("kind", REVISION_ONLY, "revision", revision)));
        lines.write('\n');
    }

    private static void writeChanges(BufferedWriter lines, List<SettingChange> changes) throws IOException {
        for (SettingChange change : changes) {
            lines.write(WRITER.writeValueAsString(ChangeRow.columns(change)));
            lines.write('\n');
        }
    }

    /**
     * The last state that the file goes up to.
     *
     * @throws IOException or a runtime exception where it is damaged; that its last line is broken off is no damage
     */
    static JournalState read(Path file) throws IOException {
        long revision = 0;
        List<SettingChange> changes = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; ) {
                String next = lines.readLine();
                Optional<Map<String, Object>> row = row(line, next == null);
                if (row.isPresent() && REVISION_ONLY.equals(row.get().get("kind"))) {
                    revision = ((Number) row.get().getOrDefault("revision", 0)).longValue();
                } else {
                    row.flatMap(ChangeRow::change).ifPresent(changes::add);
                }
                line = next;
            }
        }
        long last = revision;
        return JournalState.empty()
                .with(
                        last,
                        changes.stream()
                                .filter(change -> change.revision() <= last)
                                .toList());
    }

    private static Optional<Map<String, Object>> row(String line, boolean last) throws JsonProcessingException {
        try {
            return Optional.of(READER.readValue(line));
        } catch (JsonProcessingException e) {
            if (last) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

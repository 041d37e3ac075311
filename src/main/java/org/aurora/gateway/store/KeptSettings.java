package org.aurora.gateway.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last state of the journal as a file in the data folder, so that a gateway can start while its database is away.
 * The file is replaced whole: a crash leaves the old one or the new one.
 */
public final class KeptSettings {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSettings.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REVISION_ONLY = "state";

    /** Hashes of keys are in it. */
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private volatile long keptRevision = -1;

    public KeptSettings(Path dataDirectory) {
        this.file = dataDirectory.resolve("settings.jsonl");
    }

    /** Keeps the state unless it is kept already. A state that cannot be kept is a warning and no failure. */
    public synchronized void keep(JournalState state) {
        if (state.revision() == keptRevision) {
            return;
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(next);
            Files.createFile(next, OWNER_ONLY);
            write(state, next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            keptRevision = state.revision();
        } catch (IOException e) {
            LOG.warn(
                    "The settings could not be kept in the data folder: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static void write(JournalState state, Path next) throws IOException {
        try (SequenceWriter writer = JSON.writer().withRootValueSeparator("\n").writeValues(next.toFile())) {
            writer.write(Map.of("kind", REVISION_ONLY, "revision", state.revision()));
            for (SettingChange change : state.changes()) {
                writer.write(ChangeRow.columns(change));
            }
        }
    }

    /** What was kept; empty where nothing was, or where it cannot be read. */
    public Optional<JournalState> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (MappingIterator<Map<String, Object>> rows =
                JSON.readerFor(new TypeReference<Map<String, Object>>() {}).readValues(file.toFile())) {
            long revision = ((Number) rows.next().getOrDefault("revision", 0)).longValue();
            List<SettingChange> changes = new ArrayList<>();
            rows.forEachRemaining(row -> ChangeRow.change(row).ifPresent(changes::add));
            return Optional.of(JournalState.empty().with(revision, changes));
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The kept settings cannot be read and are passed over: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}

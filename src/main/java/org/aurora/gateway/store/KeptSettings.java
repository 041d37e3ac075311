package org.aurora.gateway.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.journal.JournalState;
import org.aurora.gateway.journal.SettingChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last state of the journal as a file in the data folder, so that a gateway can start while its database is away.
 * It is written whole at first, and replaced whole when as much has been added as there is; in between, what is new is
 * added at its end. A crash leaves one of the states that were kept.
 */
public final class KeptSettings {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSettings.class);
    private static final int FEWEST_ADDED = 1_000;

    /** Hashes of keys are in it. */
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private Optional<JournalState> kept = Optional.empty();
    private int added;

    public KeptSettings(Path dataDirectory) {
        this.file = dataDirectory.resolve("settings.jsonl");
    }

    /** Keeps the state unless it is kept already. A state that cannot be kept is a warning and no failure. */
    public synchronized void keep(JournalState state) {
        if (kept.filter(before -> before.revision() == state.revision()).isPresent()) {
            return;
        }
        try {
            if (!add(state)) {
                replace(state);
                added = 0;
            }
            kept = Optional.of(state);
        } catch (IOException e) {
            kept = Optional.empty();
            LOG.warn(
                    "The settings could not be kept in the data folder: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Adds what is new; false where the state does not go on from the one that is kept, or the file is long enough. */
    private boolean add(JournalState state) {
        Optional<List<SettingChange>> news = kept.flatMap(state::since);
        if (news.isEmpty() || added + news.get().size() > Math.max(FEWEST_ADDED, state.size())) {
            return false;
        }
        try {
            KeptFile.add(file, state.revision(), news.get());
            added += news.get().size();
            return true;
        } catch (IOException e) {
            LOG.debug("Nothing could be added to the kept settings, which are written anew", e);
            return false;
        }
    }

    private void replace(JournalState state) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(next);
        Files.createFile(next, OWNER_ONLY);
        KeptFile.write(next, state.revision(), state.changes());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What was kept; empty where nothing was, or where it cannot be read. */
    public Optional<JournalState> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeptFile.read(file));
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The kept settings cannot be read and are passed over: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}

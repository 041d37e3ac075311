package org.aurora.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.aurora.gateway.settings.GatewaySettings;
import org.aurora.gateway.store.DatabaseAddress;

/** Chooses the database that keeps the settings. */
final class SettingsDatabase {
    private SettingsDatabase() {}

    /**
     * Where they are; an embedded database has its file after this.
     *
     * @throws StartFailure where there is no such place
     */
    static DatabaseAddress of(GatewaySettings settings) {
        try {
            return settings.databaseUrl().isPresent()
                    ? DatabaseAddress.of(settings.databaseUrl().get().reveal())
                    : embeddedDatabase(settings.dataDirectory());
        } catch (IllegalArgumentException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static DatabaseAddress embeddedDatabase(Path folder) {
        try {
            makePrivate(folder);
        } catch (IOException e) {
            throw cannotKeepSettings(folder);
        }
        if (!Files.isWritable(folder)) {
            throw cannotKeepSettings(folder);
        }
        makePrivateFile(folder.resolve(DatabaseAddress.EMBEDDED_FILE));
        return DatabaseAddress.embedded(folder);
    }

    /** Others on the machine need not read what is kept there, hashes of keys included. */
    private static void makePrivate(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent == null ? folder : parent);
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    static void makePrivateFile(Path database) {
        if (Files.notExists(database)) {
            try {
                Files.createFile(
                        database, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (IOException e) {
                throw cannotKeepSettings(database);
            }
        }
    }

    private static StartFailure cannotKeepSettings(Path folder) {
        return new StartFailure("cannot keep settings in " + folder
                + "; make it writable, or set AURORA_DATA_DIR or AURORA_DATABASE_URL");
    }
}

package org.aurora.gateway.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The embedded default: a file in the data folder. */
record SqliteFile(Path dataFolder) implements TestDatabase {
    static SqliteFile fresh() {
        try {
            return new SqliteFile(Files.createTempDirectory("aurora-data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("AURORA_DATA_DIR", dataFolder.toString());
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + dataFolder.resolve("aurora.db"));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(dataFolder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

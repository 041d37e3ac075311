package org.aurora.gateway.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A statement that lives in {@code sql/}. */
public final class SqlFile {
    private SqlFile() {}

    /**
     * Reads it.
     *
     * @param name below {@code sql/}
     */
    public static String read(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream("/sql/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks sql/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

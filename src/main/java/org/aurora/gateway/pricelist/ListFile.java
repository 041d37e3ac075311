package org.aurora.gateway.pricelist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A list that an operator keeps in a file; looked at again whenever the file has changed. */
final class ListFile implements ModelListSource {
    private final Path file;
    private String seen = "";
    private String accepted = "";

    ListFile(Path file) {
        this.file = file;
    }

    @Override
    public boolean fetch(Path into) throws IOException {
        try {
            seen = Files.getLastModifiedTime(file) + " " + Files.size(file);
            if (seen.equals(accepted)) {
                return false;
            }
            if (Files.size(file) > MOST_BYTES) {
                throw ModelListSource.tooLong(MOST_BYTES);
            }
            Files.copy(file, into, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        }
    }

    @Override
    public void accepted() {
        accepted = seen;
    }

    @Override
    public String text() {
        return "file " + file;
    }
}

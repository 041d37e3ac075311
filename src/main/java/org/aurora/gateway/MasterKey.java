package org.aurora.gateway;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.aurora.gateway.model.Secret;

/**
 * The key with full rights: the configured one, or one made at the first start and kept in the data folder, readable
 * by its owner only.
 *
 * @param generatedIn the file that holds it; empty when it was configured
 */
record MasterKey(Secret key, Optional<Path> generatedIn) {
    private static final String FILE_NAME = "master.key";
    private static final int RANDOM_BYTES = 32;
    private static final int MIN_LENGTH = 12;

    static MasterKey of(Optional<Secret> configured, Path dataDirectory) {
        return configured
                .map(key -> new MasterKey(key, Optional.empty()))
                .orElseGet(() -> generated(dataDirectory.resolve(FILE_NAME)));
    }

    private static MasterKey generated(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            makeUnlessThere(file);
            String key = Files.readString(file).strip();
            if (key.length() < MIN_LENGTH) {
                throw new StartFailure(file + " holds no usable master key; delete it to have a new one made");
            }
            return new MasterKey(new Secret(key), Optional.of(file));
        } catch (IOException e) {
            throw new StartFailure(
                    "cannot keep a master key in " + file + "; make that folder writable or set AURORA_MASTER_KEY", e);
        }
    }

    private static void makeUnlessThere(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String key =
                "sk_aurora_master_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }
}

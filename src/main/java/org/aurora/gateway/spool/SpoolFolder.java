package org.aurora.gateway.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a spool: held by one process at a time, readable by its owner only. */
final class SpoolFolder implements AutoCloseable {
    /** Who called what is nobody else's business. */
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Pattern SEGMENT = Pattern.compile("calls-(\\d{19})\\.spool");
    private static final String IDENTITY = "id";
    private static final long MOST_BYTES_SET_ASIDE = 64L << 20;

    private final Path folder;
    private final FileChannel lock;

    private SpoolFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, and makes it where it is not there.
     *
     * @throws SpoolUnusable where it cannot be made or written to, or is taken
     */
    static SpoolFolder take(Path folder) {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, OWNERS_FOLDER);
            }
            FileChannel lock = FileChannel.open(
                    folder.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY);
            if (!locked(lock)) {
                lock.close();
                throw new SpoolUnusable(folder + " is in use by another gateway; give each its own AURORA_DATA_DIR");
            }
            return new SpoolFolder(folder, lock);
        } catch (IOException e) {
            throw new SpoolUnusable(
                    "cannot keep recorded calls in " + folder
                            + "; make it writable, set AURORA_DATA_DIR, or set USAGE_ENABLED to false",
                    e);
        }
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The numbers of the first events of all segments, in order. */
    List<Long> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> SEGMENT.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.parseLong(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    Path segment(long first) {
        return folder.resolve("calls-%019d.spool".formatted(first));
    }

    /** Who the spool is; empty where that was never written, or cannot be read. */
    Optional<SpoolIdentity> identity() throws IOException {
        Path file = folder.resolve(IDENTITY);
        return Files.exists(file) ? SpoolIdentity.read(Files.readString(file)) : Optional.empty();
    }

    /** Replaces it whole: a crash leaves the old one or the new one. */
    void keep(SpoolIdentity identity) throws IOException {
        Path next = folder.resolve(IDENTITY + ".next");
        Files.deleteIfExists(next);
        try (FileChannel channel =
                FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
            channel.write(ByteBuffer.wrap(identity.text().getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(next, folder.resolve(IDENTITY), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force();
    }

    /** Makes names of files outlive a loss of power, where the system can. */
    void force() throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, OWNERS_FOLDER);
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Adds lines, which come with no line feed, to a file for people to look at.
     *
     * @throws IOException where they cannot be kept, or where there are too many there already
     */
    void setAside(String name, List<byte[]> lines) throws IOException {
        Path file = folder.resolve(name);
        long length = lines.stream().mapToLong(line -> line.length + 1L).sum();
        if (Files.exists(file) && Files.size(file) + length > MOST_BYTES_SET_ASIDE) {
            throw new IOException(file.getFileName() + " is full");
        }
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                OWNER_ONLY)) {
            for (byte[] line : lines) {
                byte[] ended = Arrays.copyOf(line, line.length + 1);
                ended[line.length] = '\n';
                channel.write(ByteBuffer.wrap(ended));
            }
            channel.force(false);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

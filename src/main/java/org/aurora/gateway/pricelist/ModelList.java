package org.aurora.gateway.pricelist;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.aurora.gateway.pricing.PriceList;
import org.aurora.gateway.pricing.PriceListReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public list of prices that an operator named. The last good one stays in force, and is kept in the data folder for
 * the next start, whatever becomes of its source.
 */
public final class ModelList {
    private static final Logger LOG = LoggerFactory.getLogger(ModelList.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final ModelListSource source;
    private final Duration interval;
    private final Path folder;
    private final Path kept;
    private final Consumer<PriceList> force;
    private final Clock clock;
    private Instant due = Instant.MIN;

    private ModelList(
            ModelListSource source, Duration interval, Path dataDirectory, Consumer<PriceList> force, Clock clock) {
        this.source = source;
        this.interval = interval;
        this.folder = dataDirectory.resolve("model-list");
        this.kept = folder.resolve(digest(source.text()) + ".json");
        this.force = force;
        this.clock = clock;
    }

    /**
     * A list in a file, looked at each time it is asked for.
     *
     * @param force puts a new list into force
     */
    public static ModelList inFile(Path file, Path dataDirectory, Consumer<PriceList> force, Clock clock) {
        return new ModelList(new ListFile(file), Duration.ZERO, dataDirectory, force, clock);
    }

    /** A list at an address, fetched once an hour, and after a failure once a minute. */
    public static ModelList at(URI address, Path dataDirectory, Consumer<PriceList> force, Clock clock) {
        return new ModelList(new ListAddress(address), Duration.ofHours(1), dataDirectory, force, clock);
    }

    /** Puts into force what was kept of this source, if anything was. */
    public void restore() {
        if (Files.exists(kept)) {
            try {
                force.accept(read(kept).list());
            } catch (IOException e) {
                LOG.warn("The kept list of prices cannot be read and is passed over: {}", reason(e));
            }
        }
    }

    /** Looks whether there is a new list, where it is time to, and puts it into force; a bad one changes nothing. */
    synchronized void refresh() {
        if (clock.instant().isBefore(due)) {
            return;
        }
        Path next = folder.resolve(kept.getFileName() + ".next");
        try {
            Files.createDirectories(folder);
            if (source.fetch(next)) {
                take(next);
            }
            due = clock.instant().plus(interval);
        } catch (IOException e) {
            due = clock.instant().plus(AFTER_FAILURE);
            forget(next);
            LOG.warn("The public list of prices could not be had, and what is known of it stays: {}", reason(e));
        }
    }

    private static void forget(Path next) {
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            LOG.debug("What was fetched in vain stays until the next time", e);
        }
    }

    private void take(Path next) throws IOException {
        PriceListReader.Result result = read(next);
        Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        source.accepted();
        force.accept(result.list());
        LOG.info(
                "The public list of prices has {} models; {} rows were passed over",
                result.list().size(),
                result.skipped());
    }

    private static PriceListReader.Result read(Path file) throws IOException {
        try (InputStream document = new BufferedInputStream(Files.newInputStream(file))) {
            return PriceListReader.read(document);
        }
    }

    /** A parser's message quotes the document. */
    private static String reason(IOException failure) {
        return failure.getClass() == IOException.class
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

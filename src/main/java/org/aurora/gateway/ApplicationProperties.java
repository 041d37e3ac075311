package org.aurora.gateway;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.util.TimeUtils;
import org.aurora.gateway.upstream.UpstreamTimeouts;

/**
 * The gateway's own keys in {@code config/application.properties}; Camel reads and checks its own there.
 */
final class ApplicationProperties {
    private static final String AUTHENTICATE = "aurora.step.authenticate";
    private static final String CONNECT_TIMEOUT = "aurora.upstream.connect-timeout";
    private static final String SILENCE_TIMEOUT = "aurora.upstream.silence-timeout";
    private static final String OWN_STEP = "direct:authenticate";
    private static final Set<String> CAMEL_GROUPS =
            Set.of("camel.main.", "camel.component.", "camel.rest.", "camel.ssl.");

    private final Path file;
    private final Properties properties;

    private ApplicationProperties(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    static ApplicationProperties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ", which the gateway needs to start", e);
        }
        ApplicationProperties read = new ApplicationProperties(file, properties);
        read.requireKnownKeys();
        return read;
    }

    private void requireKnownKeys() {
        Set<String> own = Set.of(AUTHENTICATE, CONNECT_TIMEOUT, SILENCE_TIMEOUT);
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            boolean ours = key.startsWith("aurora.") && !own.contains(key);
            boolean camels = key.startsWith("camel.") && CAMEL_GROUPS.stream().noneMatch(key::startsWith);
            if (ours || camels) {
                throw new IllegalArgumentException(file + ": unknown key " + key + "; the gateway's own keys are "
                        + String.join(", ", new TreeSet<>(own)));
            }
        }
    }

    UpstreamTimeouts upstreamTimeouts() {
        return new UpstreamTimeouts(duration(CONNECT_TIMEOUT, "5s"), duration(SILENCE_TIMEOUT, "600s"));
    }

    /** Whether the gateway's own authenticate step is in use, so that it may run before a body is read. */
    boolean authenticatesItself() {
        return properties.getProperty(AUTHENTICATE, OWN_STEP).equals(OWN_STEP);
    }

    private Duration duration(String key, String fallback) {
        String text = properties.getProperty(key, fallback);
        long millis;
        try {
            millis = TimeUtils.toMilliSeconds(text);
        } catch (RuntimeException e) {
            millis = 0;
        }
        if (millis <= 0) {
            throw new IllegalArgumentException(
                    file + ": " + key + " is \"" + text + "\", but must be a duration such as 500ms, 5s or 10m");
        }
        return Duration.ofMillis(millis);
    }
}

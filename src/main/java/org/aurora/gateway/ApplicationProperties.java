package org.aurora.gateway;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
    private static final String DELIVERY_PERIOD = "aurora.usage.delivery-period";
    private static final String DRAIN_TIME = "aurora.shutdown.drain-time";
    private static final String OWN_STEP = "direct:authenticate";
    /** The groups that Camel reads with the modules there are here; it passes over any other in silence. */
    private static final List<String> CAMEL_GROUPS = List.of(
            "camel.main.",
            "camel.component.",
            "camel.dataformat.",
            "camel.language.",
            "camel.rest.",
            "camel.ssl.",
            "camel.threadpool.",
            "camel.variable.",
            "camel.beans.");

    private final String file;
    private final Properties properties;

    private ApplicationProperties(String file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    static ApplicationProperties read(Layout layout) {
        Path path = layout.applicationProperties();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("cannot read " + path + ", without which the gateway does not start", e);
        }
        ApplicationProperties read = new ApplicationProperties(layout.shown(path), properties);
        read.requireKnownKeys();
        return read;
    }

    private void requireKnownKeys() {
        Set<String> own = Set.of(AUTHENTICATE, CONNECT_TIMEOUT, SILENCE_TIMEOUT, DELIVERY_PERIOD, DRAIN_TIME);
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.startsWith("aurora.") && !own.contains(key)) {
                throw unknown(key, "the gateway's own keys are", new TreeSet<>(own));
            }
            if (key.startsWith("camel.") && CAMEL_GROUPS.stream().noneMatch(key::startsWith)) {
                throw unknown(key, "Camel's keys begin with", CAMEL_GROUPS);
            }
        }
    }

    private StartFailure unknown(String key, String introduction, Collection<String> allowed) {
        return new StartFailure(file + ": unknown key " + key + "; " + introduction + " " + String.join(", ", allowed));
    }

    /** The file's name for the operator. */
    String shown() {
        return file;
    }

    /** A key as it is in the file, given Camel's own way of writing it: {@code shutdownTimeout} for dashes. */
    String asWritten(String key) {
        return properties.stringPropertyNames().stream()
                .filter(written -> written.replace("-", "").equalsIgnoreCase(key.replace("-", "")))
                .findFirst()
                .orElse(key);
    }

    UpstreamTimeouts upstreamTimeouts() {
        return new UpstreamTimeouts(duration(CONNECT_TIMEOUT, "5s"), duration(SILENCE_TIMEOUT, "600s"));
    }

    /** How often to look whether recorded calls wait for the database. */
    Duration usageDeliveryPeriod() {
        return duration(DELIVERY_PERIOD, "1s");
    }

    /** How long calls may go on that run when the gateway is told to stop. */
    Duration drainTime() {
        return duration(DRAIN_TIME, "30s");
    }

    /** The endpoint that recognises callers. */
    String authenticateStep() {
        return properties.getProperty(AUTHENTICATE, OWN_STEP);
    }

    /** Whether the gateway's own authenticate step is in use, so that it may run before a body is read. */
    boolean authenticatesItself() {
        return authenticateStep().equals(OWN_STEP);
    }

    StartFailure withoutAuthenticateStep() {
        return new StartFailure(
                file + ": " + AUTHENTICATE + " is \"" + authenticateStep() + "\", but no route begins there");
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
            throw new StartFailure(
                    file + ": " + key + " is \"" + text + "\", but must be a duration such as 500ms, 5s or 10m");
        }
        return Duration.ofMillis(millis);
    }
}

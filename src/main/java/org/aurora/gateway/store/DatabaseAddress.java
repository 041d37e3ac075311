package org.aurora.gateway.store;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.model.Secret;

/**
 * Where the settings are kept.
 *
 * @param kind which SQL dialect it speaks
 * @param jdbcUrl without a password
 * @param user empty where the URL says it, or none is needed
 * @param password empty where the URL says it, or none is needed
 */
public record DatabaseAddress(Kind kind, String jdbcUrl, Optional<String> user, Optional<Secret> password) {
    /** The embedded database, in the data folder. */
    public static final String EMBEDDED_FILE = "aurora.db";

    /** The embedded database of recorded calls, beside it: {@code docs/decisions/usage-has-its-own-file.md}. */
    public static final String EMBEDDED_USAGE_FILE = "usage.db";

    private static final String JDBC_POSTGRESQL = "jdbc:postgresql:";

    /** The databases that the gateway's SQL is written for. */
    public enum Kind {
        SQLITE,
        POSTGRESQL;

        /** What the few places in {@code db/} stand for in which the dialects differ. */
        Map<String, String> placeholders() {
            return switch (this) {
                case SQLITE -> Map.of("rowid", "INTEGER", "text", "TEXT", "clustered", "WITHOUT ROWID");
                case POSTGRESQL ->
                    Map.of("rowid", "BIGINT", "text", "TEXT COLLATE \"C\"", "clustered", "WITH (fillfactor = 80)");
            };
        }
    }

    /** A file of our own. */
    public static DatabaseAddress embedded(Path dataDirectory) {
        return file(dataDirectory.resolve(EMBEDDED_FILE));
    }

    /** Another file of our own, for recorded calls. */
    public static DatabaseAddress embeddedUsage(Path dataDirectory) {
        return file(dataDirectory.resolve(EMBEDDED_USAGE_FILE));
    }

    private static DatabaseAddress file(Path path) {
        String url = "jdbc:sqlite:" + path.toAbsolutePath();
        return new DatabaseAddress(Kind.SQLITE, url, Optional.empty(), Optional.empty());
    }

    /**
     * A PostgreSQL server, as {@code jdbc:postgresql://host/db?user=…} or {@code postgres://user:password@host/db}.
     *
     * @throws IllegalArgumentException where it is neither; the message does not repeat it, since it may hold a
     *     password
     */
    public static DatabaseAddress of(String url) {
        if (url.startsWith(JDBC_POSTGRESQL)) {
            return new DatabaseAddress(Kind.POSTGRESQL, url, Optional.empty(), Optional.empty());
        }
        URI uri = parsed(url);
        Optional<String> userInfo = Optional.ofNullable(uri.getRawUserInfo());
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                Kind.POSTGRESQL,
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                userInfo.map(info -> decoded(info.split(":", 2)[0])),
                userInfo.filter(info -> info.contains(":")).map(info -> new Secret(decoded(info.split(":", 2)[1]))));
    }

    private static URI parsed(String url) {
        try {
            URI uri = URI.create(url);
            boolean postgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (postgres && uri.getHost() != null && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // The exception's text repeats the address, and with it a password.
        }
        throw new IllegalArgumentException(
                "AURORA_DATABASE_URL must look like jdbc:postgresql://host/database or postgres://user:password@host/database");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

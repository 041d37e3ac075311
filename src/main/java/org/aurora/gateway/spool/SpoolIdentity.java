package org.aurora.gateway.spool;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what name the database knows the spool.
 *
 * @param id random
 * @param since the first event that goes by this name; those before it are done with
 */
record SpoolIdentity(String id, long since) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36}) (\\d{1,18})\\s*");

    static SpoolIdentity random(long since) {
        return new SpoolIdentity(UUID.randomUUID().toString(), since);
    }

    static Optional<SpoolIdentity> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new SpoolIdentity(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return id + " " + since + "\n";
    }
}

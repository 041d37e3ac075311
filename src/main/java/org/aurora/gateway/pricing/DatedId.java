package org.aurora.gateway.pricing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Model ids that end with the date of their release, as in {@code gpt-4o-2024-08-06} and {@code claude-x-20250514}. */
final class DatedId {
    private static final Pattern DATED = Pattern.compile("(.+)[-@](20\\d\\d)(-?)(\\d\\d)\\3(\\d\\d)", Pattern.DOTALL);
    private static final int SHORTEST_DATE = 9;

    private DatedId() {}

    /** The id without its date; empty where it has none. */
    static Optional<String> withoutDate(String id) {
        if (id.length() <= SHORTEST_DATE || !Character.isDigit(id.charAt(id.length() - 1))) {
            return Optional.empty();
        }
        Matcher dated = DATED.matcher(id);
        return dated.matches() && isDate(dated.group(2), dated.group(4), dated.group(5))
                ? Optional.of(dated.group(1))
                : Optional.empty();
    }

    private static boolean isDate(String year, String month, String day) {
        try {
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

package org.aurora.gateway.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** A point in time as RFC 3339 writes it, with its offset from UTC, to the millisecond. */
final class MomentText {
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private MomentText() {}

    static Instant read(WrittenValue written) {
        String text = written.text().toUpperCase(Locale.ROOT);
        if (RFC_3339.matcher(text).matches()) {
            try {
                Instant moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
                if (moment.isBefore(YEAR_10000)) {
                    return moment;
                }
            } catch (DateTimeException e) {
                throw notOne(written);
            }
        }
        throw notOne(written);
    }

    private static ConfigurationException notOne(WrittenValue written) {
        return written.wrong("a point in time of RFC 3339, such as 2030-12-31T23:59:59Z");
    }
}

package org.aurora.gateway.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something lasts, as people write it: {@code 300s}, {@code 5m}, {@code 24h}, or plain seconds. */
final class DurationText {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smh]?)");

    private DurationText() {}

    /** From nothing at all to {@code most}, which is whole hours. */
    static Duration read(WrittenValue written, Duration most) {
        Matcher duration = DURATION.matcher(written.text());
        if (duration.matches()) {
            Duration read = Duration.ofSeconds(Long.parseLong(duration.group(1)) * seconds(duration.group(2)));
            if (read.compareTo(most) <= 0) {
                return read;
            }
        }
        throw written.wrong("a duration from 0s to " + most.toHours() + "h, such as 300s, 5m or 24h");
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "h" -> 3_600;
            case "m" -> 60;
            default -> 1;
        };
    }
}

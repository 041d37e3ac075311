package org.aurora.gateway.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aurora.gateway.model.Secret;

/**
 * One value as an operator gave it, to be read as what it is meant to be.
 *
 * @param text the value
 * @param shown what an error may show of it: the text before variables were put in, since those may hold secrets
 * @param place where it was given
 */
record WrittenValue(String text, String shown, Place place) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18}) ?(KiB|MiB|GiB)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhd]?)");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]*");

    static WrittenValue ofVariable(String name, String text) {
        return new WrittenValue(text, text, Place.variable(name));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean flag() {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw wrong("true or false (also yes, no, on, off, 1, 0)");
        };
    }

    long wholeNumber(long least, long most) {
        if (WHOLE_NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong("a whole number from " + least + " to " + most);
    }

    /** A number of 0 or more, exactly as written. */
    BigDecimal decimal() {
        if (!DECIMAL.matcher(text).matches()) {
            throw wrong("a number of 0 or more, such as 0.15");
        }
        return new BigDecimal(text);
    }

    /** A number of bytes, 1 to {@code most}. */
    long size(long most) {
        Matcher size = SIZE.matcher(text);
        if (size.matches()) {
            long number = Long.parseLong(size.group(1));
            String unit = size.group(2);
            long bytesPerUnit = unit == null ? 1 : bytesPer(unit);
            if (number >= 1 && number <= most / bytesPerUnit) {
                return number * bytesPerUnit;
            }
        }
        throw wrong("a number of bytes from 1 to " + most + ", or with a unit, such as 32 MiB (KiB, MiB, GiB)");
    }

    private static long bytesPer(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "kib" -> 1L << 10;
            case "mib" -> 1L << 20;
            default -> 1L << 30;
        };
    }

    /** A time such as {@code 300s}, {@code 5m}, {@code 1h}, {@code 7d}, or plain seconds. */
    Duration duration(Duration least, Duration most) {
        Matcher duration = DURATION.matcher(text);
        if (duration.matches()) {
            Duration read = Duration.ofSeconds(Long.parseLong(duration.group(1)) * secondsPer(duration.group(2)));
            if (read.compareTo(least) >= 0 && read.compareTo(most) <= 0) {
                return read;
            }
        }
        throw wrong("a time from " + least.toSeconds() + "s to " + most.toDays()
                + "d, such as 300s, 5m, 1h, or plain seconds");
    }

    private static long secondsPer(String unit) {
        return switch (unit) {
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 1;
        };
    }

    /** One of the words of {@code choices}, in lower case. */
    <E extends Enum<E>> E oneOf(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("one of "
                        + Arrays.stream(choices.getEnumConstants())
                                .map(WrittenValue::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** The text if all of it matches. */
    String matching(Pattern pattern, String allowed) {
        if (!pattern.matcher(text).matches()) {
            throw wrong(allowed);
        }
        return text;
    }

    /**
     * A key, without the line break that files of secrets tend to end with. It has to fit into a header, and no error
     * ever shows it.
     */
    Secret secret(int fewestCharacters) {
        String key = text.strip();
        if (!VISIBLE.matcher(key).matches()) {
            throw place.refuse("the key must consist of visible ASCII characters");
        }
        if (key.length() < fewestCharacters) {
            throw place.refuse(
                    fewestCharacters == 1
                            ? "the key is blank"
                            : "the key must have at least " + fewestCharacters + " characters");
        }
        return new Secret(key);
    }

    ConfigurationException wrong(String allowed) {
        return place.refuse(Place.quote(shown) + " is not " + allowed);
    }
}

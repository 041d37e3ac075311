package org.aurora.gateway.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables into values of the configuration file: <code>${NAME}</code> and <code>${NAME:-default}</code>. It
 * works on values that are already parsed, so nothing in a variable can add to the file's structure, and what was put
 * in is not looked at again.
 */
record Placeholders(Map<String, String> environment, boolean filled) {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<default>[^}]*))?}|\\$\\{");

    static Placeholders of(Map<String, String> environment) {
        return new Placeholders(environment, true);
    }

    /** For documents that are not the operator's own file: <code>${</code> is plain text there. */
    static Placeholders none() {
        return new Placeholders(Map.of(), false);
    }

    boolean areIn(String written) {
        return filled && written.contains("${");
    }

    String fill(String written, Place place) {
        return !filled
                ? written
                : PLACEHOLDER
                        .matcher(written)
                        .replaceAll(found -> Matcher.quoteReplacement(value((Matcher) found, place)));
    }

    private String value(Matcher found, Place place) {
        String name = found.group("name");
        if (name == null) {
            throw place.refuse("a '${' that does not begin ${NAME} or ${NAME:-default}");
        }
        String value = environment.getOrDefault(name, "");
        if (!value.isEmpty()) {
            return value;
        }
        String otherwise = found.group("default");
        if (otherwise == null) {
            throw place.refuse(
                    "the environment variable " + name + " is not set; set it, or write ${" + name + ":-default}");
        }
        return otherwise;
    }
}

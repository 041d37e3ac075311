package org.aurora.gateway.settings;

/**
 * Where something was configured, in the words an operator would look for it.
 *
 * @param description such as {@code config/aurora.yaml line 4, providers.local.type}
 */
record Place(String description) {
    private static final int LONGEST_QUOTE = 80;

    static Place variable(String name) {
        return new Place("environment variable " + name);
    }

    static Place inFile(String file, int line, String path) {
        return new Place(file + " line " + line + (path.isEmpty() ? "" : ", " + path));
    }

    ConfigurationException refuse(String sentence) {
        return new ConfigurationException(description + ": " + sentence);
    }

    /** The text in quotes, fit for one line of a terminal. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.chars().limit(LONGEST_QUOTE).forEach(character -> {
            if (Character.isISOControl(character)) {
                quoted.append(String.format("\\u%04x", character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append(text.length() > LONGEST_QUOTE ? "...'" : "'").toString();
    }
}

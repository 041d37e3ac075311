package org.aurora.gateway.settings;

/**
 * Where something was configured. Every value has one and hardly any is asked for, so it is put into words only then.
 *
 * @param document the file, or whatever else was read
 * @param line counted from 1; 0 where the document is all there is to say
 * @param path the keys that lead to it
 */
record Place(String document, int line, String path) {
    private static final int LONGEST_QUOTE = 80;

    Place(String description) {
        this(description, 0, "");
    }

    /** In the words an operator would look for it, such as {@code config/aurora.yaml line 4, providers.local.type}. */
    String description() {
        return line == 0 ? document : document + " line " + line + (path.isEmpty() ? "" : ", " + path);
    }

    static Place variable(String name) {
        return new Place("environment variable " + name);
    }

    static Place inFile(String file, int line, String path) {
        return new Place(file, line, path);
    }

    ConfigurationException refuse(String sentence) {
        return new ConfigurationException(description() + ": " + sentence);
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

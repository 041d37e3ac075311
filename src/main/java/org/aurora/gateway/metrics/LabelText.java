package org.aurora.gateway.metrics;

/**
 * Any text as the value of a label: one line, whole characters, not too long and not empty. The formats escape quotes,
 * backslashes and line feeds; what else could end a line for some reader is replaced here.
 */
final class LabelText {
    /** As long as a model's name can be. */
    private static final int MOST_CHARACTERS = 256;

    private static final char REPLACEMENT = '\uFFFD';
    private static final String NOTHING = "(none)";

    private LabelText() {}

    static String of(String text) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        boolean fit = text.length() <= MOST_CHARACTERS && text.chars().allMatch(LabelText::printable);
        return fit ? text : madeFit(text);
    }

    /** Of ASCII, as nearly all names are, which need not be copied for each call. */
    private static boolean printable(int character) {
        return character >= ' ' && character <= '~';
    }

    private static String madeFit(String text) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS));
        int at = 0;
        for (int count = 0; count < MOST_CHARACTERS && at < text.length(); count++) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            safe.appendCodePoint(harmless(character) ? character : REPLACEMENT);
        }
        return safe.toString();
    }

    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}

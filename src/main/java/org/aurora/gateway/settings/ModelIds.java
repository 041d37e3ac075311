package org.aurora.gateway.settings;

import java.util.Optional;

/** Which texts can be an upstream's model id: 1 to 256 characters, not blank, no control characters. */
final class ModelIds {
    static final int LONGEST = 256;

    private ModelIds() {}

    /** What is wrong with it, as the end of a sentence. */
    static Optional<String> problem(String id) {
        if (id.isBlank()) {
            return Optional.of("is blank");
        }
        if (hasControlCharacter(id)) {
            return Optional.of("has a control character");
        }
        return isTooLong(id, LONGEST) ? Optional.of("is over " + LONGEST + " characters long") : Optional.empty();
    }

    static boolean hasControlCharacter(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    static boolean isTooLong(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest;
    }
}

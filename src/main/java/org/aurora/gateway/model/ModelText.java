package org.aurora.gateway.model;

import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * The rule for any text that names a model, whoever wrote it - a caller, an operator or an upstream: 1 to 256
 * characters (Unicode code points), no control character, no half of a surrogate pair (such a text cannot be
 * sent as UTF-8). Nothing is trimmed, folded or decoded.
 */
public final class ModelText {
    public static final int MAX_CHARACTERS = 256;

    private ModelText() {}

    /** What is wrong with the text, to be read after its subject ("is empty"); empty where it may name a model. */
    public static Optional<String> problem(String text) {
        return problem(text, MAX_CHARACTERS);
    }

    /** The same for a text that may have another length: 1 to that many characters. */
    public static Optional<String> problem(String text, int maxCharacters) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        if (tooLong(text, maxCharacters)) {
            return Optional.of("has more than " + maxCharacters + " characters");
        }
        for (int at = 0, next; at < text.length(); at = next) {
            int character = text.codePointAt(at);
            next = at + Character.charCount(character);
            if (Character.isISOControl(character)) {
                return Optional.of("has a control character");
            }
            if (isSurrogate(character)) {
                return Optional.of("has a character that is not valid Unicode");
            }
        }
        return Optional.empty();
    }

    /**
     * The text unchanged.
     *
     * @param field the request's field that it stood in
     * @throws GatewayException {@link ErrorCode#INVALID_MODEL} about that field
     */
    public static String require(String field, String text) {
        Optional<String> problem = problem(text);
        if (problem.isPresent()) {
            throw new GatewayException(
                            ErrorCode.INVALID_MODEL,
                            "The field '" + field + "' " + problem.get() + "; send a model name of 1 to "
                                    + MAX_CHARACTERS + " characters without control characters.")
                    .about(field);
        }
        return text;
    }

    private static boolean tooLong(String text, int maxCharacters) {
        return text.length() > maxCharacters
                && (text.length() > 2 * maxCharacters || text.codePointCount(0, text.length()) > maxCharacters);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

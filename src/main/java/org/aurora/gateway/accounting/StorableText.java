package org.aurora.gateway.accounting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Text from outside in a form that both databases take, and that indexes can hold. */
final class StorableText {
    /** PostgreSQL's indexes hold less than 2,704 bytes in all; a key has up to four such texts. */
    static final int MOST_KEY_BYTES = 512;

    private static final int MOST_CHARACTERS = 1_024;
    private static final int KEPT_CODE_POINTS = 120;
    private static final int HASH_BYTES = 8;
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** Without what PostgreSQL cannot store, the character NUL and halves of characters, and not too long. */
    static String of(String text) {
        String kept = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return storable(kept) ? kept : replaced(kept);
    }

    static Optional<String> of(Optional<String> text) {
        return text.map(StorableText::of);
    }

    private static boolean storable(String text) {
        return text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit));
    }

    private static String replaced(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    /** Whether it fits into a key as it is. */
    static boolean fitsIntoKey(String text) {
        return text.length() <= MOST_KEY_BYTES / 4 || text.getBytes(StandardCharsets.UTF_8).length <= MOST_KEY_BYTES;
    }

    /** A text for a key: the same, or where that is too long its beginning and a hash of all of it. */
    static String forKey(String text) {
        if (fitsIntoKey(text)) {
            return text;
        }
        String beginning = text.substring(
                0, text.offsetByCodePoints(0, Math.min(KEPT_CODE_POINTS, text.codePointCount(0, text.length()))));
        return beginning + "\u2026" + hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Between text and its token in JSON. */
final class JsonString {
    private JsonString() {}

    /** The text of a string token, quotes included, which a {@link JsonCursor} has been over. */
    static String decode(byte[] json, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int plain = start + 1;
        for (int i = plain; i < end - 1; ) {
            if (json[i] != '\\') {
                i++;
            } else {
                text.append(new String(json, plain, i - plain, UTF_8));
                text.append(escaped(json, i + 1));
                i += json[i + 1] == 'u' ? 6 : 2;
                plain = i;
            }
        }
        return text.append(new String(json, plain, end - 1 - plain, UTF_8)).toString();
    }

    /** Whether a string token, in whatever spelling, is this ASCII text. Allocates nothing. */
    static boolean spells(byte[] json, int start, int end, String text) {
        return matches(json, start, end, text, (one, other) -> one == other);
    }

    /** The same with letter case folded, as {@link String#equalsIgnoreCase} does. */
    static boolean resembles(byte[] json, int start, int end, String text) {
        return matches(json, start, end, text, JsonString::sameLetter);
    }

    private interface Match {
        boolean test(char one, char other);
    }

    private static boolean matches(byte[] json, int start, int end, String text, Match match) {
        int at = start + 1;
        for (int i = 0; i < text.length(); i++) {
            if (at == end - 1 || !match.test(characterAt(json, at), text.charAt(i))) {
                return false;
            }
            at += lengthAt(json, at);
        }
        return at == end - 1;
    }

    private static boolean sameLetter(char one, char other) {
        char upper = Character.toUpperCase(one);
        char otherUpper = Character.toUpperCase(other);
        return upper == otherUpper || Character.toLowerCase(upper) == Character.toLowerCase(otherUpper);
    }

    private static int lengthAt(byte[] json, int at) {
        if (json[at] == '\\') {
            return json[at + 1] == 'u' ? 6 : 2;
        }
        return json[at] >= 0 ? 1 : 2;
    }

    /** No character of three or four bytes folds to a letter of any name sought, so those are not told apart. */
    private static char characterAt(byte[] json, int at) {
        if (json[at] == '\\') {
            return escaped(json, at + 1);
        }
        if (json[at] >= 0) {
            return (char) json[at];
        }
        int lead = json[at] & 0xFF;
        return lead < 0xE0 ? (char) (((lead & 0x1F) << 6) | (json[at + 1] & 0x3F)) : Character.MAX_VALUE;
    }

    private static char escaped(byte[] json, int at) {
        return switch (json[at]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> fourHexDigits(json, at + 1);
            default -> (char) json[at];
        };
    }

    private static char fourHexDigits(byte[] json, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = (value << 4) | Character.digit(json[i], 16);
        }
        return (char) value;
    }

    /** The token for a text, quotes included: in ASCII, with no escape that could be left out there. */
    static byte[] encode(String text) {
        StringBuilder token = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                token.append('\\').append(next);
            } else if (next < ' ' || next > 0x7F) {
                token.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
            } else {
                token.append(next);
            }
        }
        return token.append('"').toString().getBytes(ISO_8859_1);
    }
}

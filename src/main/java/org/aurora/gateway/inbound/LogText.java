package org.aurora.gateway.inbound;

/** Text from outside, made fit for one log line: a caller must not be able to write lines of its own. */
public final class LogText {
    private static final int MAX_LENGTH = 256;

    private LogText() {}

    /** Cut to 256 characters, and anything but letters, digits and plain signs as its number. */
    public static String escaped(String text) {
        if (text.length() <= MAX_LENGTH && allPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(MAX_LENGTH).forEach(point -> {
            if (plain(point)) {
                safe.appendCodePoint(point);
            } else {
                safe.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return safe.toString();
    }

    private static boolean allPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!plain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(int point) {
        return (point > ' ' && point < 0x7f && point != '\\') || (point >= 0xa1 && Character.isLetterOrDigit(point));
    }
}

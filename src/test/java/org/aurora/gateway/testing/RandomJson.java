package org.aurora.gateway.testing;

import java.util.List;
import java.util.Random;

/** Writes random legal JSON: any white space, any spelling of a string, names doubled below the top. */
public final class RandomJson {
    private static final List<String> NAMES =
            List.of("model", "provider", "stream", "stream_options", "Model", "a", "", "\\u006dodel", "é", "response");
    private static final List<String> SCRAPS = List.of(
            "a",
            "model",
            " ",
            "é",
            "日",
            "😀",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\udc00",
            "\\u0000",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\u007f",
            "\u2028",
            "x".repeat(40));
    private static final List<String> NUMBERS =
            List.of("0", "-0", "1", "-12.5", "1e99999", "1E-7", "123456789012345678901234567890", "0.10", "2e+3");

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    public RandomJson(Random random) {
        this.random = random;
    }

    public int length() {
        return text.length();
    }

    public String text() {
        return text.toString();
    }

    public RandomJson raw(String piece) {
        text.append(piece);
        return this;
    }

    public RandomJson blanks() {
        for (int count = random.nextInt(4) - 1; count > 0; count--) {
            text.append(" \t\r\n".charAt(random.nextInt(4)));
        }
        return this;
    }

    public RandomJson string() {
        text.append('"');
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(oneOf(SCRAPS));
        }
        text.append('"');
        return this;
    }

    public RandomJson value(int depth) {
        switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> raw("true");
            case 1 -> raw("null");
            case 2 -> raw(oneOf(NUMBERS));
            case 3, 4 -> string();
            case 5 -> array(depth);
            default -> object(depth);
        }
        return this;
    }

    private void array(int depth) {
        raw("[").blanks();
        for (int left = random.nextInt(4); left > 0; left--) {
            value(depth - 1).blanks().raw(left > 1 ? "," : "").blanks();
        }
        raw("]");
    }

    private void object(int depth) {
        raw("{").blanks();
        for (int left = random.nextInt(4); left > 0; left--) {
            raw("\"" + oneOf(NAMES) + "\"").blanks().raw(":").blanks().value(depth - 1);
            blanks().raw(left > 1 ? "," : "").blanks();
        }
        raw("}");
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

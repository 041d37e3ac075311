package org.aurora.gateway.chat;

import java.util.OptionalLong;

/** Measures a text in a request without reading it into memory once more. */
public final class RequestText {
    private static final int MAX_DEPTH = 256;

    private final byte[] body;
    private final String name;
    private final JsonCursor cursor;
    private OptionalLong characters = OptionalLong.empty();

    private RequestText(byte[] body, String name) {
        this.body = body;
        this.name = name;
        this.cursor = new JsonCursor(body, new ByteRange(0, body.length), MAX_DEPTH);
    }

    /**
     * How many characters (code points) the string of that name in the outermost object has; empty where there is none.
     * Of two the later counts.
     *
     * @param body what {@link ModelFields#read} took for a request
     */
    public static OptionalLong characters(byte[] body, String name) {
        RequestText text = new RequestText(body, name);
        text.cursor.object(text::see);
        return text.characters;
    }

    private void see(int nameStart, int nameEnd) {
        if (cursor.peek() == '"' && JsonString.spells(body, nameStart, nameEnd, name)) {
            characters = OptionalLong.of(count(cursor.value()));
        } else {
            cursor.skip();
        }
    }

    private long count(ByteRange token) {
        long count = 0;
        boolean halfBefore = false;
        for (int at = token.start() + 1; at < token.end() - 1; ) {
            boolean escape = body[at] == '\\' && body[at + 1] == 'u';
            int unit = escape ? hexadecimal(at + 2) : 0;
            boolean secondHalf =
                    halfBefore && unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
            boolean continuation = (body[at] & 0xC0) == 0x80;
            if (!secondHalf && !continuation) {
                count++;
            }
            halfBefore = !secondHalf && unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
            at += escape ? 6 : body[at] == '\\' ? 2 : 1;
        }
        return count;
    }

    private int hexadecimal(int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = (value << 4) | Character.digit(body[i], 16);
        }
        return value;
    }
}

package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Walks over JSON text in place: it holds the grammar of RFC 8259 and strict UTF-8, and tells where members
 * stand. It decodes nothing and allocates nothing, whatever the text, and looks at each byte once.
 *
 * <p>A general streaming parser costs more than its speed here. It decodes every number and every field
 * name, at any depth, and keeps the names in a table that outlives the request, so that one body of long
 * names is held several times over; and its limits on names and numbers refuse bodies that upstream would
 * take. Recursion is bounded by the nesting limit.
 */
final class JsonCursor {
    private static final byte[] TRUE = "true".getBytes(US_ASCII);
    private static final byte[] FALSE = "false".getBytes(US_ASCII);
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    private final byte[] json;
    private final int end;
    private final int maxDepth;
    private final Members ofNoInterest = (nameStart, nameEnd) -> skip();
    private int at;
    private int depth;

    JsonCursor(byte[] json, ByteRange text, int maxDepth) {
        this.json = json;
        this.at = text.start();
        this.end = text.end();
        this.maxDepth = maxDepth;
    }

    /** Told of each member of one object; must move the cursor over the member's value. */
    interface Members {
        /** A member whose name is the string token between the two offsets, quotes included. */
        void member(int nameStart, int nameEnd);
    }

    /** The next byte that is not white space, which is not consumed. */
    byte peek() {
        while (at < end) {
            byte next = json[at];
            if (!isWhiteSpace(next)) {
                return next;
            }
            at++;
        }
        throw malformed("it ends too early");
    }

    /** Moves over one value of any kind and tells where it stands. */
    ByteRange value() {
        peek();
        int start = at;
        skip();
        return new ByteRange(start, at);
    }

    /** Moves over one value of any kind. */
    void skip() {
        switch (peek()) {
            case '{' -> skipObject(ofNoInterest);
            case '[' -> skipArray();
            case '"' -> skipString();
            case 't' -> skipLiteral(TRUE);
            case 'f' -> skipLiteral(FALSE);
            case 'n' -> skipLiteral(NULL);
            default -> skipNumber();
        }
    }

    /** Moves over an object, telling of each of its members, and tells where it stands. */
    ByteRange object(Members members) {
        if (peek() != '{') {
            throw malformed("an object is expected");
        }
        int start = at;
        skipObject(members);
        return new ByteRange(start, at);
    }

    /** Makes sure that nothing but white space follows. */
    void expectEnd() {
        while (at < end && isWhiteSpace(json[at])) {
            at++;
        }
        if (at < end) {
            throw malformed("something follows the end of the value");
        }
    }

    static boolean isWhiteSpace(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    private void skipMember(Members members) {
        if (peek() != '"') {
            throw malformed("a field name in double quotes is expected");
        }
        int nameStart = at;
        skipString();
        int nameEnd = at;
        if (peek() != ':') {
            throw malformed("a colon is expected");
        }
        at++;
        members.member(nameStart, nameEnd);
    }

    private void skipObject(Members members) {
        enter();
        if (peek() == '}') {
            at++;
        } else {
            do {
                skipMember(members);
            } while (another('}'));
        }
        depth--;
    }

    private void skipArray() {
        enter();
        if (peek() == ']') {
            at++;
        } else {
            do {
                skip();
            } while (another(']'));
        }
        depth--;
    }

    private void enter() {
        if (depth == maxDepth) {
            throw malformed("it is nested deeper than " + maxDepth + " levels");
        }
        depth++;
        at++;
    }

    private boolean another(char close) {
        byte next = peek();
        if (next != ',' && next != close) {
            throw malformed("a comma or " + close + " is expected");
        }
        at++;
        return next == ',';
    }

    private void skipString() {
        at++;
        while (at < end) {
            byte next = json[at];
            if (next == '"') {
                at++;
                return;
            } else if (next == '\\') {
                skipEscape();
            } else if (next >= ' ') {
                at++;
            } else if (next < 0) {
                skipMultiByte();
            } else {
                throw malformed("a control character in a string must be escaped");
            }
        }
        throw malformed("it ends inside a string");
    }

    private void skipEscape() {
        at++;
        if (at == end) {
            throw malformed("it ends inside a string");
        }
        switch (json[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
            case 'u' -> skipFourHexDigits();
            default -> throw malformed("this escape is not known");
        }
    }

    private void skipFourHexDigits() {
        at++;
        for (int last = at + 4; at < last; at++) {
            if (at >= end || Character.digit(json[at], 16) < 0) {
                throw malformed("four hexadecimal digits are expected");
            }
        }
    }

    /** The well-formed sequences of the Unicode standard's table 3-7: no overlong form, no surrogate. */
    private void skipMultiByte() {
        int lead = json[at] & 0xFF;
        int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        boolean wellFormed = length > 0 && length <= end - at;
        for (int i = 1; wellFormed && i < length; i++) {
            int next = json[at + i] & 0xFF;
            wellFormed = next >= lowest && next <= highest;
            lowest = 0x80;
            highest = 0xBF;
        }
        if (!wellFormed) {
            throw malformed("it is not UTF-8");
        }
        at += length;
    }

    private void skipLiteral(byte[] literal) {
        for (byte expected : literal) {
            if (at >= end || json[at] != expected) {
                throw malformed("a value is expected");
            }
            at++;
        }
    }

    private void skipNumber() {
        skipOneOf('-', '-');
        if (!skipOneOf('0', '0')) {
            skipDigits("a value is expected");
        }
        if (skipOneOf('.', '.')) {
            skipDigits("a digit is expected");
        }
        if (skipOneOf('e', 'E')) {
            skipOneOf('+', '-');
            skipDigits("a digit is expected");
        }
    }

    private boolean skipOneOf(char one, char other) {
        boolean here = at < end && (json[at] == one || json[at] == other);
        if (here) {
            at++;
        }
        return here;
    }

    private void skipDigits(String otherwise) {
        int start = at;
        while (at < end && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed(otherwise);
        }
    }

    private MalformedJson malformed(String reason) {
        return new MalformedJson(reason, at);
    }
}

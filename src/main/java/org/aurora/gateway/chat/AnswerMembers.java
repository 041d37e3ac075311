package org.aurora.gateway.chat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the members of {@link AnswerField} in one JSON object while it passes byte by byte: those of the outermost
 * object, and those of its objects {@code response} and {@code message}, where events carry a whole answer. Deeper
 * ones are somebody's content. Of two of one name the later counts.
 *
 * <p>What it holds is bounded whatever comes: the name being read, and values of up to {@value #MAX_VALUE_BYTES} bytes;
 * longer ones are passed over. It follows strings and brackets, and leaves the rest of the grammar to those who read a
 * value.
 */
public final class AnswerMembers {
    static final int MAX_VALUE_BYTES = 8 * 1024;

    /** The longest name sought, written in escapes. */
    private static final int MAX_NAME_BYTES = 96;

    private static final int NOWHERE = -1;

    private final Map<AnswerField, byte[]> values = new EnumMap<>(AnswerField.class);
    private final Map<AnswerField, Integer> lengths = new EnumMap<>(AnswerField.class);
    /** With room for reading over the end of a malformed escape. */
    private final byte[] name = new byte[MAX_NAME_BYTES + 8];

    private final Capture capture = new Capture();
    private int nameLength;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean begun;
    private boolean broken;
    private boolean readsName;
    private boolean nameExpected;
    /** The depth of the object whose members are looked at: 1, or 2 within one that carries an answer. */
    private int looksAt = 1;

    private Optional<AnswerField> field = Optional.empty();
    private boolean carriesAnswer;
    private int counts = NOWHERE;
    private boolean elementSeen;

    /** Forgets everything, for another object. */
    void clear() {
        values.clear();
        lengths.clear();
        depth = 0;
        inString = false;
        escaped = false;
        begun = false;
        broken = false;
        readsName = false;
        nameExpected = false;
        looksAt = 1;
        counts = NOWHERE;
        endMember();
    }

    /** Takes the next byte. */
    void push(byte next) {
        if (broken) {
            return;
        }
        if (inString) {
            string(next);
        } else if (!JsonCursor.isWhiteSpace(next)) {
            token(next);
        }
    }

    /** Whether all of one object has passed, and nothing else. */
    public boolean complete() {
        return begun && depth == 0 && !broken;
    }

    /** The value as it stands in the text; empty where there is none, for arrays, and where it is very long. */
    public Optional<byte[]> value(AnswerField wanted) {
        return Optional.ofNullable(values.get(wanted)).map(byte[]::clone);
    }

    /** Whether the value is an object of a credible length. */
    boolean object(AnswerField wanted) {
        byte[] value = values.get(wanted);
        return value != null && value[0] == '{';
    }

    /** How many elements the array has; -1 where there is no such array. */
    public int length(AnswerField wanted) {
        return lengths.getOrDefault(wanted, NOWHERE);
    }

    private void string(byte next) {
        if (readsName) {
            keepName(next);
        } else {
            capture.add(next);
        }
        if (escaped) {
            escaped = false;
        } else if (next == '\\') {
            escaped = true;
        } else if (next == '"') {
            inString = false;
            readsName = false;
        }
    }

    private void keepName(byte next) {
        if (nameLength < MAX_NAME_BYTES) {
            name[nameLength] = next;
        }
        nameLength++;
    }

    private void token(byte next) {
        if (depth == 0) {
            beginObject(next);
            return;
        }
        noteElement(next);
        switch (next) {
            case '"' -> beginString();
            case '{', '[' -> open(next);
            case '}', ']' -> close(next);
            case ',' -> comma();
            case ':' -> colon();
            default -> capture.add(next);
        }
    }

    private void beginObject(byte next) {
        if (begun || next != '{') {
            broken = true;
            return;
        }
        begun = true;
        depth = 1;
        nameExpected = true;
    }

    private void beginString() {
        inString = true;
        if (nameExpected && depth == looksAt) {
            readsName = true;
            nameExpected = false;
            nameLength = 0;
            keepName((byte) '"');
        } else {
            capture.add((byte) '"');
        }
    }

    private void open(byte bracket) {
        if (depth == looksAt) {
            openValue(bracket);
        }
        capture.add(bracket);
        depth++;
    }

    private void openValue(byte bracket) {
        if (carriesAnswer && bracket == '{') {
            looksAt = 2;
            nameExpected = true;
            endMember();
        } else if (bracket == '[' && field.filter(AnswerField::counted).isPresent()) {
            counts = 0;
            elementSeen = false;
        }
    }

    private void close(byte bracket) {
        if (depth == looksAt) {
            endValue();
            looksAt = 1;
        }
        depth--;
        if (depth == looksAt && counts != NOWHERE) {
            lengths.put(field.orElseThrow(), counts);
            counts = NOWHERE;
        }
        capture.add(bracket);
    }

    private void comma() {
        if (depth == looksAt) {
            endValue();
            nameExpected = true;
        } else {
            capture.add((byte) ',');
            elementSeen &= depth != looksAt + 1;
        }
    }

    private void noteElement(byte next) {
        if (counts != NOWHERE && depth == looksAt + 1 && !elementSeen && next != ']' && next != ',') {
            elementSeen = true;
            counts++;
        }
    }

    private void colon() {
        if (depth != looksAt) {
            capture.add((byte) ':');
            return;
        }
        boolean known = nameLength <= MAX_NAME_BYTES && nameLength > 0;
        field = known ? AnswerField.named(name, nameLength, looksAt == 2) : Optional.empty();
        carriesAnswer = known && looksAt == 1 && field.isEmpty() && carrier();
        if (field.filter(found -> !found.counted()).isPresent()) {
            capture.begin();
        }
        field.ifPresent(found -> {
            values.remove(found);
            lengths.remove(found);
        });
    }

    private boolean carrier() {
        return JsonString.spells(name, 0, nameLength, "response") || JsonString.spells(name, 0, nameLength, "message");
    }

    private void endValue() {
        byte[] value = capture.taken();
        if (value.length > 0) {
            field.ifPresent(found -> values.put(found, value));
        }
        endMember();
    }

    private void endMember() {
        field = Optional.empty();
        carriesAnswer = false;
        nameLength = 0;
        capture.stop();
    }

    /** The bytes of one value, as long as there are few. */
    private static final class Capture {
        private static final byte[] NOTHING = {};

        private byte[] bytes = NOTHING;
        private int length;
        private boolean on;

        void begin() {
            on = true;
            length = 0;
        }

        void stop() {
            on = false;
            length = 0;
        }

        void add(byte next) {
            if (!on) {
                return;
            }
            if (length == MAX_VALUE_BYTES) {
                stop();
                return;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(256, 2 * length));
            }
            bytes[length++] = next;
        }

        byte[] taken() {
            return on ? Arrays.copyOf(bytes, length) : NOTHING;
        }
    }
}

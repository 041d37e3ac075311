package org.aurora.gateway.chat;

import java.util.ArrayList;
import java.util.List;

/** Finds where an answer names its model. */
final class ModelValues {
    /** Twice a request's own limit: answers repeat parts of the request inside their own objects. */
    private static final int MAX_DEPTH = 512;

    private final byte[] json;
    private final JsonCursor cursor;
    private final List<ByteRange> values = new ArrayList<>();

    private ModelValues(byte[] json, ByteRange range) {
        this.json = json;
        this.cursor = new JsonCursor(json, range, MAX_DEPTH);
    }

    /** The string tokens in order, more than one where the field is repeated; none if this is no JSON object. */
    static List<ByteRange> in(byte[] json, ByteRange range) {
        ModelValues found = new ModelValues(json, range);
        try {
            found.cursor.object(found::seeOutermost);
            found.cursor.expectEnd();
        } catch (MalformedJson notOurs) {
            return List.of();
        }
        return found.values;
    }

    private void seeOutermost(int nameStart, int nameEnd) {
        if (cursor.peek() == '{' && JsonString.spells(json, nameStart, nameEnd, "response")) {
            cursor.object(this::seeModel);
        } else {
            seeModel(nameStart, nameEnd);
        }
    }

    private void seeModel(int nameStart, int nameEnd) {
        if (cursor.peek() == '"' && JsonString.spells(json, nameStart, nameEnd, "model")) {
            values.add(cursor.value());
        } else {
            cursor.skip();
        }
    }
}

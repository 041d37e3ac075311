package org.aurora.gateway.chat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Puts the name the caller asked for into answers, in the place of upstream's: into {@code model} of the
 * outermost object and of its {@code response} object, where events of the Responses API carry it. All other
 * bytes stay. What is not one JSON object in UTF-8 passes unchanged, a compressed answer for one.
 */
public final class JsonModelRewriter {
    private final byte[] replacement;

    /** For answers to a caller who asked for {@code requested}. */
    public JsonModelRewriter(String requested) {
        this.replacement = JsonString.encode(requested);
    }

    /** The answer with the requested name; the same array where there is nothing to replace. */
    public byte[] rewrite(byte[] answer) {
        ByteRange whole = new ByteRange(0, answer.length);
        List<ByteRange> values = ModelValues.in(answer, whole);
        if (values.isEmpty()) {
            return answer;
        }
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream(answer.length + replacement.length);
        write(answer, whole, values, rewritten);
        return rewritten.toByteArray();
    }

    /** Writes a stretch of bytes in which {@code json} is the part that may be JSON. */
    void write(byte[] bytes, ByteRange range, ByteRange json, ByteArrayOutputStream out) {
        write(bytes, range, ModelValues.in(bytes, json), out);
    }

    private void write(byte[] bytes, ByteRange range, List<ByteRange> values, ByteArrayOutputStream out) {
        Splice splice = new Splice(bytes, range);
        values.forEach(value -> splice.replace(value, replacement));
        for (ByteBuffer piece : splice.pieces()) {
            out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
        }
    }
}

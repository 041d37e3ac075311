package org.aurora.gateway.chat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A byte array with some stretches replaced: pieces of the original, uncopied, and what comes between. */
final class Splice {
    private final byte[] original;
    private final int end;
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private int taken;

    Splice(byte[] original, ByteRange range) {
        this.original = original;
        this.taken = range.start();
        this.end = range.end();
    }

    /** Replaces a stretch, which must lie behind the one replaced before. */
    Splice replace(ByteRange range, byte[] replacement) {
        keepUpTo(range.start());
        if (replacement.length > 0) {
            pieces.add(ByteBuffer.wrap(replacement));
        }
        taken = range.end();
        return this;
    }

    List<ByteBuffer> pieces() {
        keepUpTo(end);
        return List.copyOf(pieces);
    }

    private void keepUpTo(int offset) {
        if (offset < taken) {
            throw new IllegalArgumentException("replacements must be in order");
        }
        if (offset > taken) {
            pieces.add(ByteBuffer.wrap(original, taken, offset - taken));
        }
        taken = offset;
    }
}

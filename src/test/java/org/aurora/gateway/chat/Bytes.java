package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Bytes in and out of tests. */
final class Bytes {
    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    static byte[] joined(List<ByteBuffer> buffers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuffer buffer : buffers) {
            byte[] piece = new byte[buffer.remaining()];
            buffer.get(piece);
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}

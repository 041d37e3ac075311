package org.aurora.gateway.inbound;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The id that finds a call in logs: the caller's own {@code x-request-id} where it is 1-128 printable ASCII
 * characters, else one made here. It identifies nothing else: it is never a key.
 */
record RequestId(String text) {
    static final String HEADER = "x-request-id";
    private static final int MAX_LENGTH = 128;

    static RequestId of(HttpHeaders headers) {
        String own = headers.get(HEADER);
        return own != null && printable(own) ? new RequestId(own) : made();
    }

    private static RequestId made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return new RequestId("req_" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }

    private static boolean printable(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }
}

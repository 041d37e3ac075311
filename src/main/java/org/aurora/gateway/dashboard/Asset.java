package org.aurora.gateway.dashboard;

import java.util.Map;
import java.util.Optional;

/** One file as it is answered; the bytes are not changed. */
record Asset(String contentType, byte[] bytes, String entityTag) {
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    /** Empty where the ending is of no kind that is served, such as notes for developers. */
    static Optional<Asset> of(String path, byte[] bytes) {
        return Optional.ofNullable(CONTENT_TYPES.get(path.substring(path.lastIndexOf('.') + 1)))
                .map(type -> new Asset(type, bytes, '"' + Digest.hex(bytes) + '"'));
    }
}

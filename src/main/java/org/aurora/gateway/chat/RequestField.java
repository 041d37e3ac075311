package org.aurora.gateway.chat;

import java.util.Optional;

/** The fields of a request that the gateway reads; all others are between the caller and upstream. */
enum RequestField {
    MODEL("model"),
    PROVIDER("provider"),
    STREAM("stream"),
    STREAM_OPTIONS("stream_options");

    private static final RequestField[] FIELDS = values();

    private final String text;

    RequestField(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * The field that a name token could be read as. Letter case counts for nothing here, folded as in
     * Unicode: some upstreams match names so, and would follow the later of two.
     */
    static Optional<RequestField> alike(byte[] json, int nameStart, int nameEnd) {
        for (RequestField field : FIELDS) {
            if (JsonString.resembles(json, nameStart, nameEnd, field.text)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}

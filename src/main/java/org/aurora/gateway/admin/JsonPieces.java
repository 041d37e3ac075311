package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;

/** The bytes of a list, a piece at a time. For one thread at a time. */
final class JsonPieces<T> {
    /** A piece is about as large as this: it ends with the element that makes it so, or with the list. */
    static final int PIECE_BYTES = 32 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private final ListedJson<T> list;
    private final Iterator<T> elements;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator json;
    private boolean opened;

    JsonPieces(ListedJson<T> list) throws IOException {
        this.list = list;
        this.elements = list.elements();
        this.json = JSON.createGenerator(bytes);
    }

    /** Whether the last piece has been made. */
    boolean complete() {
        return json.isClosed();
    }

    /** The next piece, of which there is one unless the list is {@link #complete}. */
    byte[] next() throws IOException {
        bytes.reset();
        if (!opened) {
            opened = true;
            list.opening().writeTo(json);
        }
        while (elements.hasNext() && bytes.size() < PIECE_BYTES) {
            list.element().writeTo(json, elements.next());
        }
        if (elements.hasNext()) {
            json.flush();
        } else {
            list.closing().writeTo(json);
            json.close();
        }
        return bytes.toByteArray();
    }
}

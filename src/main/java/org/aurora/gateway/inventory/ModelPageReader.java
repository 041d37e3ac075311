package org.aurora.gateway.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteBufferFeeder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one page of a provider's list of models while it comes in, so that no page is ever held whole. The shapes that
 * providers use are told apart by themselves: the list is the document, or its {@code data} or {@code models}; where it
 * goes on is in {@code nextPageToken}, or in {@code has_more} with {@code last_id}.
 */
final class ModelPageReader {
    private static final Set<String> LISTS = Set.of("data", "models");
    private static final int LONGEST_CURSOR = 2_048;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final Listing listing;
    private final JsonParser parser;
    private final ElementBuilder element = new ElementBuilder();
    private int depth;
    private int listDepth = -1;
    private boolean listSeen;
    private boolean ended;
    private String field = "";
    private String lastId = "";
    private String pageToken = "";
    private boolean more;

    ModelPageReader(Listing listing) {
        this.listing = listing;
        try {
            this.parser = JSON.createNonBlockingByteBufferParser();
        } catch (IOException e) {
            throw new IllegalStateException("a parser without input does no reading", e);
        }
    }

    /** Takes the next piece, which is not kept. */
    void take(ByteBuffer piece) throws IOException {
        ((ByteBufferFeeder) parser.getNonBlockingInputFeeder()).feedInput(piece);
        readTokens();
    }

    /** Whether what came was a whole document with a list in it. */
    boolean end() throws IOException {
        ((ByteBufferFeeder) parser.getNonBlockingInputFeeder()).endOfInput();
        readTokens();
        return ended && listSeen;
    }

    /** What to ask the next page with; empty where this was the last one. */
    Optional<String> cursor() {
        String cursor = pageToken.isBlank() && more ? lastId : pageToken;
        return Optional.of(cursor).filter(text -> !text.isBlank() && text.length() <= LONGEST_CURSOR);
    }

    private void readTokens() throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.NOT_AVAILABLE;
                token = parser.nextToken()) {
            read(token);
        }
    }

    private void read(JsonToken token) throws IOException {
        if (ended) {
            throw new IOException("something follows the document");
        }
        boolean inList = depth == listDepth && token != JsonToken.END_ARRAY;
        if (element.building() || inList) {
            element.take(token, parser).ifPresent(this::add);
        } else {
            readAround(token);
            ended = depth == 0 && token != JsonToken.FIELD_NAME;
        }
    }

    private void add(Object complete) {
        ListedModel model = new ListedModel(complete);
        lastId = model.id();
        listing.add(model);
    }

    /** What is not in the list. */
    private void readAround(JsonToken token) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            field = depth == 1 ? parser.currentName() : field;
        } else if (token.isStructStart()) {
            depth++;
            beginList(token);
        } else if (token.isStructEnd()) {
            listDepth = depth == listDepth ? -1 : listDepth;
            depth--;
        } else if (depth == 1) {
            readField(token);
        }
    }

    private void beginList(JsonToken token) {
        boolean list = depth == 1 || (depth == 2 && LISTS.contains(field));
        if (token == JsonToken.START_ARRAY && list) {
            listSeen = true;
            listDepth = depth;
        }
    }

    private void readField(JsonToken token) throws IOException {
        switch (field) {
            case "has_more" -> more = token == JsonToken.VALUE_TRUE;
            case "nextPageToken" -> pageToken = token == JsonToken.VALUE_STRING ? parser.getText() : "";
            case "last_id" -> lastId = token == JsonToken.VALUE_STRING ? parser.getText() : lastId;
            // Some say "data": null where there is nothing to list.
            case "data", "models" -> listSeen |= token == JsonToken.VALUE_NULL;
            default -> {}
        }
    }
}

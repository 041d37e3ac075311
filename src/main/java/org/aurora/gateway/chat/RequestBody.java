package org.aurora.gateway.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is sent upstream: the caller's own bytes, with another model named and our {@code provider} taken out.
 * It shares the caller's array, which must not be changed while this is in use. It may be sent several times.
 */
public final class RequestBody {
    private static final byte[] NOTHING = {};
    private static final String INCLUDE_USAGE = "\"include_usage\":true";
    private static final byte[] OPTIONS = "{\"include_usage\":true}".getBytes(US_ASCII);
    private static final byte[] MEMBER = ",\"stream_options\":{\"include_usage\":true}".getBytes(US_ASCII);

    private final byte[] body;
    private final ModelFields fields;
    private final List<Edit> edits;
    private final List<ByteBuffer> pieces;
    private final long length;

    /** What takes the place of a stretch of the caller's bytes. */
    private record Edit(ByteRange range, byte[] replacement) {
        static Edit insert(int at, byte[] inserted) {
            return new Edit(new ByteRange(at, at), inserted);
        }
    }

    private RequestBody(byte[] body, ModelFields fields, List<Edit> edits) {
        this.body = body;
        this.fields = fields;
        this.edits = edits;
        Splice splice = new Splice(body, new ByteRange(0, body.length));
        edits.stream()
                .sorted(Comparator.comparing((Edit edit) -> edit.range().start())
                        .thenComparing(edit -> edit.range().end()))
                .forEach(edit -> splice.replace(edit.range(), edit.replacement()));
        this.pieces = splice.pieces();
        this.length = pieces.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /**
     * The body for one model. If that is the very model the caller named, its value stays as it was spelled.
     *
     * @param body the caller's body
     * @param fields what {@link ModelFields#read} found in that same body
     * @param model the provider's own id of the model to ask
     */
    public static RequestBody naming(byte[] body, ModelFields fields, String model) {
        List<Edit> edits = new ArrayList<>();
        if (!model.equals(fields.model())) {
            edits.add(new Edit(fields.modelValue(), JsonString.encode(model)));
        }
        fields.providerMember().ifPresent(member -> edits.add(new Edit(member, NOTHING)));
        return new RequestBody(body, fields, edits);
    }

    /**
     * The same, asking for an event at the end of the stream that says what was used. Empty where no stream is asked
     * for, and where the caller has said itself whether it wants that.
     */
    public Optional<RequestBody> askingForUsage() {
        if (!fields.stream()
                || fields.streamOptions()
                        .filter(StreamOptions::saysIncludeUsage)
                        .isPresent()) {
            return Optional.empty();
        }
        List<Edit> more = new ArrayList<>(edits);
        more.add(fields.streamOptions()
                .map(options -> added(options.value()))
                .orElseGet(() -> Edit.insert(fields.modelValue().end(), MEMBER)));
        return Optional.of(new RequestBody(body, fields, more));
    }

    private Edit added(ByteRange options) {
        if (body[options.start()] != '{') {
            return new Edit(options, OPTIONS);
        }
        int first = options.start() + 1;
        while (JsonCursor.isWhiteSpace(body[first])) {
            first++;
        }
        String comma = body[first] == '}' ? "" : ",";
        return Edit.insert(options.start() + 1, (INCLUDE_USAGE + comma).getBytes(US_ASCII));
    }

    /** The bytes in order. Each call gives buffers with positions of their own. */
    public List<ByteBuffer> buffers() {
        return pieces.stream().map(ByteBuffer::duplicate).toList();
    }

    /** The number of bytes in all buffers together. */
    public long length() {
        return length;
    }

    /** All of it in one array, for whoever cannot take pieces. */
    public byte[] toByteArray() {
        ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(length));
        buffers().forEach(whole::put);
        return whole.array();
    }
}

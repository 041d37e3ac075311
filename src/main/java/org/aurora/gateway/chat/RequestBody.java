package org.aurora.gateway.chat;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What is sent upstream: the caller's own bytes, with another model named and our {@code provider} taken out.
 * It shares the caller's array, which must not be changed while this is in use. It may be sent several times.
 */
public final class RequestBody {
    private static final byte[] NOTHING = {};

    private final List<ByteBuffer> pieces;
    private final long length;

    private RequestBody(List<ByteBuffer> pieces) {
        this.pieces = pieces;
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
        Splice splice = new Splice(body, new ByteRange(0, body.length));
        boolean providerFirst = fields.providerMember()
                .filter(member -> member.start() < fields.modelValue().start())
                .isPresent();
        if (providerFirst) {
            removeProvider(splice, fields);
        }
        if (!model.equals(fields.model())) {
            splice.replace(fields.modelValue(), JsonString.encode(model));
        }
        if (!providerFirst) {
            removeProvider(splice, fields);
        }
        return new RequestBody(splice.pieces());
    }

    private static void removeProvider(Splice splice, ModelFields fields) {
        fields.providerMember().ifPresent(member -> splice.replace(member, NOTHING));
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

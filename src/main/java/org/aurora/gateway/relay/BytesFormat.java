package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/** Bytes that pass as they are; an incomplete answer ends with the connection. */
public final class BytesFormat implements RelayFormat {
    @Override
    public ByteBuf piece(ByteBuf piece) {
        return piece;
    }

    @Override
    public ByteBuf tail(Optional<Throwable> failure) {
        return Unpooled.EMPTY_BUFFER;
    }

    @Override
    public boolean complete(Optional<Throwable> failure) {
        return failure.isEmpty();
    }

    @Override
    public boolean cutOffOnFailure() {
        return true;
    }
}

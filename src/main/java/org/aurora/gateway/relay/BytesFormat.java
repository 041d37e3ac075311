package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Bytes that pass as they are; an incomplete answer ends with the connection. */
public final class BytesFormat implements RelayFormat {
    @Override
    public ByteBuf piece(ByteBuf piece) {
        return piece;
    }

    @Override
    public ByteBuf tail(Ending ending) {
        return Unpooled.EMPTY_BUFFER;
    }

    @Override
    public boolean cutsOff(Ending ending) {
        return switch (ending) {
            case COMPLETE, UNDECLARED -> false;
            case CUT, SILENT -> true;
        };
    }

    @Override
    public boolean complete(Ending ending) {
        return !cutsOff(ending);
    }
}

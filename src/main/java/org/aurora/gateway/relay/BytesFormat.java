package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.aurora.gateway.chat.AnswerScan;

/** Bytes that pass as they are; an incomplete answer ends with the connection. */
public final class BytesFormat implements RelayFormat {
    private final Optional<AnswerScan> scan;

    /**
     * @param scan reads what passes; empty where nobody does
     */
    public BytesFormat(Optional<AnswerScan> scan) {
        this.scan = scan;
    }

    @Override
    public ByteBuf piece(ByteBuf piece) {
        scan.ifPresent(reader -> piece.forEachByte(next -> {
            reader.push(next);
            return true;
        }));
        return piece;
    }

    @Override
    public ByteBuf tail(Ending ending) {
        scan.ifPresent(AnswerScan::finish);
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

package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** What the caller gets for the pieces and for the end of a streamed answer. Called on the caller's event loop. */
public interface RelayFormat {
    /** The piece to send for one that came. Takes the given buffer over and gives the returned one away. */
    ByteBuf piece(ByteBuf piece);

    /**
     * What to send after the last piece; called once. The returned buffer is given away.
     *
     * @param failure why the answer is incomplete; empty when it is complete
     */
    ByteBuf tail(Optional<Throwable> failure);

    /** Whether what came is all there is to the answer, however its transfer ended. */
    boolean complete(Optional<Throwable> failure);

    /**
     * Whether an incomplete answer can only be told from a complete one by the connection being cut. Otherwise the
     * tail has told the caller.
     */
    boolean cutOffOnFailure();
}

package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;

/** What the caller gets for the pieces and for the end of a streamed answer. Called on the caller's event loop. */
public interface RelayFormat {
    /** The piece to send for one that came. Takes the given buffer over and gives the returned one away. */
    ByteBuf piece(ByteBuf piece);

    /** What to send after the last piece; called once. The returned buffer is given away. */
    ByteBuf tail(Ending ending);

    /** Whether what came is all there is to the answer, however its transfer ended. */
    boolean complete(Ending ending);

    /**
     * Whether a caller can tell that ending from a good one only by the connection being cut. Otherwise the tail has
     * told the caller, or there is nothing to tell.
     */
    boolean cutsOff(Ending ending);
}

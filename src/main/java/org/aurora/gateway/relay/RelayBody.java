package org.aurora.gateway.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.component.netty.http.OutboundStreamHttpResponse;
import org.apache.camel.component.netty.http.handlers.HttpOutboundStreamHandler;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is sent while it still comes in.
 *
 * <p>netty-http streams by handing an {@code InputStream} to Netty's chunked writer, and reading that stream blocks
 * the event loop. The writer itself has a better way: an input that has nothing now returns no chunk and is left
 * alone until {@code resumeTransfer}. This class is that input. It stands in for netty-http's own streaming response,
 * because that type is what the pipeline recognises; nothing of its stream is used.
 *
 * <p>Back pressure is the writer's: it stops asking while the caller's socket is not writable, pieces then stay in
 * the {@link ByteRelay}, which tells its source to pause when too much waits. The writer closes its input when the
 * caller's connection goes, which cancels the source.
 *
 * <p>Cost: one wake-up of the caller's event loop for each burst of pieces, no copy, no lock.
 */
public final class RelayBody extends OutboundStreamHttpResponse {
    private final ByteRelay relay;
    private final RelayFormat format;
    private final Channel channel;
    private final Consumer<Ending> whenCutShort;
    private boolean tailTaken;
    private boolean lastSent;

    /**
     * @param head status and headers, complete
     * @param format turns pieces and the end of the source into what the caller gets
     * @param channel the caller's connection
     * @param whenCutShort told, on the caller's event loop, how the source broke off before the answer was complete
     */
    public RelayBody(
            DefaultHttpResponse head,
            ByteRelay relay,
            RelayFormat format,
            Channel channel,
            Consumer<Ending> whenCutShort) {
        super(InputStream.nullInputStream(), head);
        headers().set(head.headers());
        this.relay = relay;
        this.format = format;
        this.channel = channel;
        this.whenCutShort = whenCutShort;
        relay.readWith(this::resume);
    }

    private void resume() {
        HttpOutboundStreamHandler writer = channel.pipeline().get(HttpOutboundStreamHandler.class);
        if (writer == null) {
            relay.close();
        } else {
            writer.resumeTransfer();
        }
    }

    @Override
    public boolean isEndOfInput() {
        return lastSent;
    }

    @Override
    public void close() {
        relay.close();
    }

    @Override
    @Deprecated
    public @Nullable HttpContent readChunk(ChannelHandlerContext ctx) {
        return readChunk(ctx.alloc());
    }

    /** The next piece; null when there is none now, as Netty's {@code ChunkedInput} has it. */
    @Override
    public @Nullable HttpContent readChunk(ByteBufAllocator allocator) {
        for (ByteBuf piece = relay.poll(); piece != null; piece = relay.poll()) {
            ByteBuf changed = format.piece(piece);
            if (changed.isReadable()) {
                return new DefaultHttpContent(changed);
            }
            changed.release();
        }
        Optional<Ending> ending = relay.exhausted();
        return ending.isPresent() ? last(ending.get()) : null;
    }

    private @Nullable HttpContent last(Ending ending) {
        if (!tailTaken) {
            tailTaken = true;
            ByteBuf tail = format.tail(ending);
            if (!format.complete(ending)) {
                whenCutShort.accept(ending);
            }
            if (tail.isReadable()) {
                return new DefaultHttpContent(tail);
            }
            tail.release();
        }
        if (format.cutsOff(ending)) {
            // Not from within the writer's loop, whose queue closing would empty under its hands.
            channel.eventLoop().execute(channel::close);
            return null;
        }
        lastSent = true;
        return LastHttpContent.EMPTY_LAST_CONTENT;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public long progress() {
        return 0;
    }
}

package org.aurora.gateway.inbound;

import io.netty.channel.ChannelHandler;
import java.util.function.Supplier;

/**
 * Makes the gate of each connection.
 *
 * @param admission what is refused by its head alone
 * @param maxBodyBytes the largest request body
 * @param budget what all bodies in flight may take together
 * @param openCalls counts what passes
 * @param observer told of what has passed
 */
public record Gates(
        Admission admission, long maxBodyBytes, BodyBudget budget, OpenCalls openCalls, CallObserver observer)
        implements Supplier<ChannelHandler> {
    @Override
    public ChannelHandler get() {
        return new RequestGate(admission, new BodyLimit(maxBodyBytes, budget), new CallEnd(openCalls, observer));
    }
}

package org.aurora.gateway.extending;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/** What an integrator might put into lib/: a step in Java that refuses. */
public final class RefusingStep implements Processor {
    @Override
    public void process(Exchange exchange) {
        throw new GatewayException(ErrorCode.MODEL_ACCESS_DENIED, "Not on Sundays.");
    }
}

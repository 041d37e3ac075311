package org.aurora.gateway.inbound;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.util.function.BooleanSupplier;

/** Netty's encoder, but what answers HEAD is only a head, whole or streamed (RFC 9110, section 9.3.2). */
final class AnswerEncoder extends HttpResponseEncoder {
    private final BooleanSupplier headOnly;

    /**
     * @param headOnly whether the request to be answered now is a HEAD
     */
    AnswerEncoder(BooleanSupplier headOnly) {
        this.headOnly = headOnly;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse answer) {
        return headOnly.getAsBoolean() || super.isContentAlwaysEmpty(answer);
    }
}

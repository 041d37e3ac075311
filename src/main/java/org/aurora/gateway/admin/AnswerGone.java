package org.aurora.gateway.admin;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers that what was to be deleted is gone, though something else may be left of the name. */
public final class AnswerGone implements Processor {
    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
    }
}

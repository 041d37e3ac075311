package org.aurora.gateway.inbound;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;

/** The last look at an answer's head before it is encoded: what every answer carries, whoever made it. */
final class AnswerHead {
    private AnswerHead() {}

    static void complete(HttpResponse head, Call call, boolean closing) {
        call.answeredWith(head.status().code());
        HttpHeaders headers = head.headers();
        headers.set(RequestId.HEADER, call.id());
        if (closing || !call.keepAlive()) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else {
            headers.remove(HttpHeaderNames.CONNECTION);
        }
        frame(head, call);
    }

    private static void frame(HttpResponse head, Call call) {
        boolean chunked = HttpUtil.isTransferEncodingChunked(head);
        if (chunked && call.speaksHttp10()) {
            head.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
        } else if (!chunked && head instanceof FullHttpResponse full && !HttpUtil.isContentLengthSet(full)) {
            HttpUtil.setContentLength(full, full.content().readableBytes());
        }
    }
}

package org.aurora.gateway.inbound;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;

/** The last look at an answer's head before it is encoded: what every answer carries, whoever made it. */
final class AnswerHead {
    private AnswerHead() {}

    static HttpResponse prepare(HttpResponse head, Call call, boolean closing) {
        call.answeredWith(head.status().code());
        HttpHeaders headers = head.headers();
        headers.set(RequestId.HEADER, call.id());
        if (closing || !call.keepAlive()) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else {
            headers.remove(HttpHeaderNames.CONNECTION);
        }
        if (call.speaksHttp10() && HttpUtil.isTransferEncodingChunked(head)) {
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        }
        return withoutBodyForHead(head, call);
    }

    private static HttpResponse withoutBodyForHead(HttpResponse head, Call call) {
        if (!HttpMethod.HEAD.name().equals(call.method()) || !(head instanceof FullHttpResponse full)) {
            return head;
        }
        FullHttpResponse empty = full.replace(Unpooled.EMPTY_BUFFER);
        full.release();
        return empty;
    }
}

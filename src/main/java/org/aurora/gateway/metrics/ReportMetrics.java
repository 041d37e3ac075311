package org.aurora.gateway.metrics;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.Call;

/** Answers with everything that is measured, in the format that was asked for. */
public final class ReportMetrics implements Processor {
    private final Measurements measurements;
    private final QueueMeters queues;

    public ReportMetrics(Measurements measurements, QueueMeters queues) {
        this.measurements = measurements;
        this.queues = queues;
    }

    @Override
    public void process(Exchange exchange) {
        Exposition exposition = Call.of(exchange)
                .map(call -> String.join(",", call.requestHeaders().getAll(HttpHeaderNames.ACCEPT)))
                .map(Exposition::preferredBy)
                .orElse(Exposition.PROMETHEUS);
        queues.find(exchange.getContext(), measurements.registry());
        byte[] text = measurements.in(exposition);
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(text));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, exposition.contentType())
                .set(HttpHeaderNames.CONTENT_LENGTH, text.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT);
        exchange.getMessage().setBody(answer);
    }
}

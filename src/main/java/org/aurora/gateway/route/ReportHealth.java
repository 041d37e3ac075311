package org.aurora.gateway.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;

/** Says that the process answers at all. */
public final class ReportHealth implements Processor {
    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartObject();
            json.writeStringField("status", "ok");
            json.writeEndObject();
        }));
    }
}

package org.aurora.gateway.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.ops.Readiness;

/** Says whether requests should be sent here: 503 before everything is loaded and while draining. */
public final class ReportReadiness implements Processor {
    private final Readiness readiness;

    public ReportReadiness(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void process(Exchange exchange) {
        Readiness.Stage stage = readiness.stage();
        HttpResponseStatus status =
                stage == Readiness.Stage.READY ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE;
        exchange.getMessage().setBody(JsonAnswer.of(status, json -> {
            json.writeStartObject();
            json.writeStringField("status", stage.name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }));
    }
}

package org.aurora.gateway.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.ops.Readiness;
import org.aurora.gateway.store.DatabaseStatus;

/** Says whether requests should be sent here: 503 before everything is loaded and while draining. */
public final class ReportReadiness implements Processor {
    private final Readiness readiness;
    private final DatabaseStatus database;

    public ReportReadiness(Readiness readiness, DatabaseStatus database) {
        this.readiness = readiness;
        this.database = database;
    }

    @Override
    public void process(Exchange exchange) {
        Readiness.Stage stage = readiness.stage();
        HttpResponseStatus status =
                stage == Readiness.Stage.READY ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE;
        exchange.getMessage().setBody(JsonAnswer.of(status, json -> {
            json.writeStartObject();
            json.writeStringField("status", status(stage));
            json.writeEndObject();
        }));
    }

    private String status(Readiness.Stage stage) {
        boolean degraded = stage == Readiness.Stage.READY && !database.available();
        return degraded ? "degraded" : stage.name().toLowerCase(Locale.ROOT);
    }
}

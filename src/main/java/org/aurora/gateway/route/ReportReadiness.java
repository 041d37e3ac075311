package org.aurora.gateway.route;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.ops.Readiness;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.store.DatabaseStatus;

/** Says whether requests should be sent here: 503 before everything is loaded and while draining. */
public final class ReportReadiness implements Processor {
    private final Readiness readiness;
    private final DatabaseStatus database;
    private final Supplier<Snapshot> current;

    public ReportReadiness(Readiness readiness, DatabaseStatus database, Supplier<Snapshot> current) {
        this.readiness = readiness;
        this.database = database;
        this.current = current;
    }

    @Override
    public void process(Exchange exchange) {
        Readiness.Stage stage = readiness.stage();
        HttpResponseStatus status =
                stage == Readiness.Stage.READY ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE;
        Optional<String> reason = readiness.waitingFor();
        exchange.getMessage().setBody(JsonAnswer.of(status, json -> {
            json.writeStartObject();
            json.writeStringField("status", status(stage));
            if (reason.isPresent()) {
                json.writeStringField("reason", reason.get());
            }
            json.writeEndObject();
        }));
    }

    private String status(Readiness.Stage stage) {
        boolean worse = !database.available() || current.get().stale();
        boolean degraded = stage == Readiness.Stage.READY && worse;
        return degraded ? "degraded" : stage.name().toLowerCase(Locale.ROOT);
    }
}

package org.aurora.gateway.route;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.resolve.ModelEntry;
import org.aurora.gateway.resolve.ModelList;
import org.aurora.gateway.resolve.Snapshot;

/** Answers with the names this caller can call, as OpenAI's list of models. */
public final class ListModels implements Processor {
    private final Supplier<Snapshot> current;

    public ListModels(Supplier<Snapshot> current) {
        this.current = current;
    }

    @Override
    public void process(Exchange exchange) {
        Caller caller = Variables.required(exchange, Variables.CALLER, Caller.class);
        List<ModelEntry> entries = ModelList.listed(current.get(), caller);
        FullHttpResponse answer = JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartObject();
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            for (ModelEntry entry : entries) {
                ModelJson.write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        ModelJson.setCaching(answer);
        exchange.getMessage().setBody(answer);
    }
}

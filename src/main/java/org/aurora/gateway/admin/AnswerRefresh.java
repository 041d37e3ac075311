package org.aurora.gateway.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.discovery.InventoryBook;
import org.aurora.gateway.discovery.ProviderStatus;
import org.aurora.gateway.inbound.JsonAnswer;

/** Reports on the providers in the variable {@code refreshed}, in configured order. */
public final class AnswerRefresh implements Processor {
    private final InventoryBook book;

    public AnswerRefresh(InventoryBook book) {
        this.book = book;
    }

    @Override
    public void process(Exchange exchange) {
        List<?> names = exchange.getVariable("refreshed", List.class);
        Instant since = exchange.getVariable("refreshedAt", Instant.class);
        List<ProviderStatus> reports = book.status().stream()
                .filter(status -> names.contains(status.provider().name()))
                .toList();
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartArray();
            for (ProviderStatus report : reports) {
                ProviderStatusJson.writeReport(json, report, since);
            }
            json.writeEndArray();
        }));
    }
}

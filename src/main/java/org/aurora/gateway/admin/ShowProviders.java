package org.aurora.gateway.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.discovery.InventoryBook;
import org.aurora.gateway.discovery.ProviderStatus;
import org.aurora.gateway.inbound.JsonAnswer;

/** Answers with how it stands with each provider, in configured order. */
public final class ShowProviders implements Processor {
    private final InventoryBook book;

    public ShowProviders(InventoryBook book) {
        this.book = book;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        List<ProviderStatus> all = book.status();
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartArray();
            for (ProviderStatus status : all) {
                ProviderStatusJson.write(json, status);
            }
            json.writeEndArray();
        }));
    }
}

package org.aurora.gateway.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Replaces rows of origins and versions by the origins of which others wrote something new. */
public final class ChooseNews implements Processor {
    private final SharedInventory shared;

    public ChooseNews(SharedInventory shared) {
        this.shared = shared;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (Object row : exchange.getMessage().getMandatoryBody(List.class)) {
            Map<?, ?> columns = (Map<?, ?>) row;
            versions.put(Columns.text(columns, "origin"), Columns.number(columns, "version"));
        }
        exchange.getMessage().setBody(shared.news(versions));
    }
}

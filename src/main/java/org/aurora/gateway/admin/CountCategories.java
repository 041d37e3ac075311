package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.inventory.ModelCategory;
import org.aurora.gateway.resolve.ModelView;
import org.aurora.gateway.resolve.Snapshot;

/** Answers with the categories that the list of all models can be narrowed down to, and how many are in each. */
public final class CountCategories implements Processor {
    private final Supplier<Snapshot> current;

    public CountCategories(Supplier<Snapshot> current) {
        this.current = current;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        List<ModelView> views = ModelView.all(current.get()).toList();
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartArray();
            write(json, ListAllModels.EVERY_CATEGORY, "All", views.size());
            for (ModelCategory category : ModelCategory.values()) {
                long count = views.stream()
                        .filter(view -> view.categories().contains(category))
                        .count();
                write(json, category.text(), category.title(), count);
            }
            json.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, String category, String title, long count) throws IOException {
        json.writeStartObject();
        json.writeStringField("category", category);
        json.writeStringField("display_name", title);
        json.writeNumberField("count", count);
        json.writeEndObject();
    }
}

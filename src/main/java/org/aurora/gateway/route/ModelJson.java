package org.aurora.gateway.route;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.FullHttpResponse;
import java.io.IOException;
import org.aurora.gateway.inbound.JsonValue;
import org.aurora.gateway.resolve.ModelEntry;

/** A model as OpenAI's model object; what more is known of it is in {@code metadata}, which OpenAI's lacks. */
final class ModelJson {
    private ModelJson() {}

    static void write(JsonGenerator json, ModelEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id());
        json.writeStringField("object", "model");
        json.writeNumberField("created", entry.created());
        json.writeStringField("owned_by", entry.ownedBy());
        if (!entry.metadata().isEmpty()) {
            json.writeFieldName("metadata");
            JsonValue.write(json, entry.metadata());
        }
        json.writeEndObject();
    }

    /** What one caller may see must not be shown to another by a cache between. */
    static void setCaching(FullHttpResponse answer) {
        answer.headers()
                .set("cache-control", "private, no-cache")
                .set("vary", "Authorization, x-api-key, X-Aurora-User-Path");
    }
}

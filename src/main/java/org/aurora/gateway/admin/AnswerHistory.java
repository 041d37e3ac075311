package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.store.PastChange;

/** Answers with changes, newest first: who, when, why, and what was there before and after. */
public final class AnswerHistory implements Processor {
    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) {
        List<PastChange> changes =
                PastChange.of((List<Map<String, Object>>) exchange.getMessage().getBody());
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartArray();
            for (PastChange past : changes) {
                write(json, past);
            }
            json.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, PastChange past) throws IOException {
        SettingChange change = past.change();
        json.writeStartObject();
        json.writeNumberField("revision", change.revision());
        json.writeStringField("kind", change.setting().kind().text());
        json.writeStringField("name", change.setting().name());
        json.writeNumberField("version", change.version());
        json.writeStringField("actor", change.actor());
        json.writeStringField("claimed_author", change.claimedAuthor().orElse(null));
        json.writeStringField("at", change.at().toString());
        json.writeStringField("reason", change.reason().orElse(null));
        shown(json, "before", change.setting(), past.before());
        shown(json, "after", change.setting(), change.value());
        json.writeEndObject();
    }

    private static void shown(JsonGenerator json, String field, SettingName setting, Optional<String> value)
            throws IOException {
        json.writeFieldName(field);
        StoredJson.write(json, setting, ShownValue.of(setting, value));
    }
}

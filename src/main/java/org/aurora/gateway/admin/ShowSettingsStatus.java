package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.live.UnreadableSetting;
import org.aurora.gateway.store.DatabaseStatus;

/** Answers with how the settings in force here came about, and with the rows that were passed over. */
public final class ShowSettingsStatus implements Processor {
    private final LiveSettings live;
    private final DatabaseStatus database;

    public ShowSettingsStatus(LiveSettings live, DatabaseStatus database) {
        this.live = live;
        this.database = database;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingsState state = live.state();
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartObject();
            json.writeStringField("database", database.available() ? "available" : "away");
            json.writeStringField("source", live.provisional() ? "kept" : "journal");
            json.writeNumberField("revision", state.journal().revision());
            json.writeArrayFieldStart("unreadable");
            for (UnreadableSetting setting : state.unreadable()) {
                write(json, setting);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, UnreadableSetting unreadable) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", unreadable.setting().kind().text());
        json.writeStringField("name", unreadable.setting().name());
        json.writeNumberField("revision", unreadable.revision());
        json.writeStringField("problem", unreadable.problem());
        json.writeEndObject();
    }
}

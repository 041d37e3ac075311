package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.live.SettingsState;

/** Answers an import with what it changed, or would change. */
public final class AnswerImport implements Processor {
    private final ListAnswers answers;

    public AnswerImport(ListAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        ImportMode mode = exchange.getVariable("mode", ImportMode.class);
        boolean dryRun = exchange.getVariable("dryRun", false, Boolean.class);
        List<?> changes = exchange.getVariable("changes", List.class);
        SettingsState before = exchange.getVariable("before", SettingsState.class);
        ListedJson<?> list = new ListedJson<>(
                json -> open(json, mode, dryRun, before.journal().revision()),
                changes.iterator(),
                (json, change) -> write(json, (SettingChange) change, before),
                AnswerImport::close);
        exchange.getMessage().setBody(answers.of(exchange, list));
    }

    private static void open(JsonGenerator json, ImportMode mode, boolean dryRun, long revision) throws IOException {
        json.writeStartObject();
        json.writeStringField("mode", SettingView.word(mode));
        json.writeBooleanField("applied", !dryRun);
        json.writeNumberField("revision", revision);
        json.writeArrayFieldStart("changes");
    }

    private static void close(JsonGenerator json) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SettingChange change, SettingsState state) throws IOException {
        Optional<String> before = state.journal().current(change.setting()).flatMap(SettingChange::value);
        json.writeStartObject();
        json.writeStringField("kind", change.setting().kind().text());
        json.writeStringField("name", change.setting().name());
        json.writeStringField("action", change.deleted() ? "delete" : before.isPresent() ? "update" : "create");
        json.writeFieldName("before");
        StoredJson.write(json, change.setting(), before);
        json.writeFieldName("after");
        StoredJson.write(json, change.setting(), change.value());
        json.writeEndObject();
    }
}

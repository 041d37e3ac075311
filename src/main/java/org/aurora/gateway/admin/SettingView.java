package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.aurora.gateway.inbound.JsonValue;
import org.aurora.gateway.journal.SettingChange;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.model.Layer;

/** What the views of all kinds of settings have in common. */
final class SettingView {
    private SettingView() {}

    /** Writes the view of a setting that exists. */
    static void write(JsonGenerator json, SettingName setting, SettingsState state) throws IOException {
        switch (setting.kind()) {
            case ALIAS -> AliasViewJson.write(json, setting.name(), state);
            case RULE -> RuleViewJson.write(json, setting.name(), state);
            case KEY -> KeyViewJson.write(json, setting.name(), state);
            case PRICE -> PriceViewJson.write(json, setting.name(), state);
        }
    }

    /** Where it comes from, and its last change where it is stored. */
    static void writeOrigin(JsonGenerator json, Layer layer, SettingName setting, SettingsState state)
            throws IOException {
        Optional<SettingChange> change = layer == Layer.STORED ? state.journal().current(setting) : Optional.empty();
        json.writeStringField("managed", layer == Layer.DECLARED ? "config" : null);
        json.writeFieldName("version");
        if (change.isPresent()) {
            json.writeNumber(change.get().version());
        } else {
            json.writeNull();
        }
        json.writeStringField(
                "updated_at", change.map(last -> last.at().toString()).orElse(null));
        json.writeStringField("updated_by", change.map(SettingChange::actor).orElse(null));
    }

    static void writeIfThere(JsonGenerator json, Optional<Object> value) throws IOException {
        if (value.isPresent()) {
            JsonValue.write(json, value.get());
        } else {
            json.writeNull();
        }
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static void writeStrings(JsonGenerator json, String field, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}

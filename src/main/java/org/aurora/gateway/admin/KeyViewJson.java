package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.model.Layer;
import org.aurora.gateway.model.Secret;

/** A managed key as the admin API shows it: everything but what opens. */
final class KeyViewJson {
    private KeyViewJson() {}

    static void write(JsonGenerator json, String id, SettingsState state) throws IOException {
        write(json, id, Optional.empty(), state);
    }

    /**
     * @param value the key itself, which is shown once: to who has just made it
     */
    static void write(JsonGenerator json, String id, Optional<Secret> value, SettingsState state) throws IOException {
        write(json, state.snapshot().keys().find(id).orElseThrow(), value, state);
    }

    static void write(JsonGenerator json, ManagedKey key, Optional<Secret> value, SettingsState state)
            throws IOException {
        Instant now = Instant.now();
        json.writeStartObject();
        json.writeStringField("id", key.id());
        if (value.isPresent()) {
            json.writeStringField("value", value.get().reveal());
        }
        writeSettings(json, key.settings());
        json.writeStringField("state", SettingView.word(key.state(now)));
        json.writeStringField("created_at", key.createdAt().toString());
        writeMoment(json, "rotated_at", key.secrets().rotatedAt());
        writeMoment(json, "grace_until", key.secrets().graceEnd(now));
        writeMoment(json, "revoked_at", key.revokedAt());
        SettingView.writeOrigin(json, Layer.STORED, new SettingName(SettingKind.KEY, key.id()), state);
        json.writeEndObject();
    }

    private static void writeSettings(JsonGenerator json, KeySettings settings) throws IOException {
        json.writeStringField("name", settings.name());
        json.writeStringField(
                "user_path", settings.userPath().map(UserPath::text).orElse(null));
        Optional<List<String>> allowed = settings.lists().allowed();
        if (allowed.isPresent()) {
            SettingView.writeStrings(json, "allowed_models", allowed.get());
        } else {
            json.writeNullField("allowed_models");
        }
        SettingView.writeStrings(json, "denied_models", settings.lists().denied());
        writeMoment(json, "expires_at", settings.expiresAt());
    }

    private static void writeMoment(JsonGenerator json, String field, Optional<Instant> moment) throws IOException {
        json.writeStringField(field, moment.map(Instant::toString).orElse(null));
    }
}

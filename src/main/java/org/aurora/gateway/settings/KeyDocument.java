package org.aurora.gateway.settings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.caller.KeyHash;
import org.aurora.gateway.caller.KeySecrets;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.caller.RetiredSecret;
import org.aurora.gateway.caller.UserPath;

/**
 * A managed key as JSON: what the admin API takes, what the journal keeps, and what may be seen of that. Errors never
 * repeat a hash.
 */
public final class KeyDocument {
    /** What a view of a key says beyond its settings; sent back, it is passed over. */
    private static final Set<String> VIEW_ONLY = Set.of(
            "id",
            "value",
            "state",
            "created_at",
            "revoked_at",
            "rotated_at",
            "grace_until",
            "managed",
            "version",
            "updated_at",
            "updated_by");

    private static final Duration USUAL_GRACE = Duration.ofHours(24);
    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    private KeyDocument() {}

    /**
     * Reads the body of a request strictly.
     *
     * @throws ConfigurationException naming the line, the key and what is allowed
     * @throws org.aurora.gateway.error.GatewayException where the user path is not one
     */
    public static KeySettings readSettings(String json) {
        return KeySection.read(JsonDocument.section(json, VIEW_ONLY).allowing(KeySection.KEYS));
    }

    /**
     * Reads how long a replaced secret is to open, from nothing to 30 days; 24 hours where that is left out.
     *
     * @param json empty counts as an empty object
     * @throws ConfigurationException as above
     */
    public static Duration readGrace(String json) {
        return bodyIfAny(json)
                .allowing("grace")
                .find("grace")
                .filter(grace -> !grace.isNothing())
                .map(grace -> DurationText.read(grace.scalar(), LONGEST_GRACE))
                .orElse(USUAL_GRACE);
    }

    /**
     * Makes sure that a body says nothing, for there is nothing to be said.
     *
     * @throws ConfigurationException as above
     */
    public static void requireNothing(String json) {
        bodyIfAny(json).allowing();
    }

    private static YamlSection bodyIfAny(String json) {
        return JsonDocument.section(json.isEmpty() ? "{}" : json, Set.of());
    }

    /**
     * Reads what the journal keeps.
     *
     * @throws ConfigurationException where it is not a key
     */
    public static ManagedKey read(String id, String json) {
        YamlSection section = JsonDocument.section(json, Set.of());
        List<String> keys = new ArrayList<>(KeySection.KEYS);
        keys.addAll(List.of("created_at", "rotated_at", "revoked_at", "hash", "retired"));
        section.allowing(keys);
        KeySecrets secrets = new KeySecrets(
                hash(section),
                moment(section, "rotated_at"),
                section.find("retired").stream()
                        .flatMap(list -> list.possiblyEmptyList().stream())
                        .map(item -> retired(item.section()))
                        .toList());
        return new ManagedKey(
                id, KeySection.read(section), secrets, required(section, "created_at"), moment(section, "revoked_at"));
    }

    private static RetiredSecret retired(YamlSection section) {
        return new RetiredSecret(hash(section.allowing("hash", "valid_until")), required(section, "valid_until"));
    }

    private static KeyHash hash(YamlSection section) {
        return section.text("hash")
                .flatMap(written -> KeyHash.parse(written.text()))
                .orElseThrow(() -> section.place().refuse("'hash' is missing or not a SHA-256"));
    }

    private static Optional<Instant> moment(YamlSection section, String key) {
        return section.text(key).map(MomentText::read);
    }

    private static Instant required(YamlSection section, String key) {
        return moment(section, key).orElseThrow(() -> section.place().refuse("'" + key + "' is missing"));
    }

    /** The canonical document of a key, hashes included: for the journal and nothing else. */
    public static String write(ManagedKey key) {
        return JsonText.object(json -> {
            writeShown(json, key);
            json.writeStringField("hash", key.secrets().current().hex());
            json.writeArrayFieldStart("retired");
            for (RetiredSecret retired : key.secrets().retired()) {
                json.writeStartObject();
                json.writeStringField("hash", retired.hash().hex());
                json.writeStringField("valid_until", retired.validUntil().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** The same without anything about its secrets but when they changed. */
    public static String writeWithoutHashes(ManagedKey key) {
        return JsonText.object(json -> writeShown(json, key));
    }

    private static void writeShown(JsonGenerator json, ManagedKey key) throws IOException {
        KeySettings settings = key.settings();
        json.writeStringField("name", settings.name());
        writeIfThere(json, "user_path", settings.userPath().map(UserPath::text));
        if (settings.lists().allowed().isPresent()) {
            writeList(json, "allowed_models", settings.lists().allowed().get());
        }
        writeList(json, "denied_models", settings.lists().denied());
        writeIfThere(json, "expires_at", settings.expiresAt().map(Instant::toString));
        json.writeStringField("created_at", key.createdAt().toString());
        writeIfThere(json, "rotated_at", key.secrets().rotatedAt().map(Instant::toString));
        writeIfThere(json, "revoked_at", key.revokedAt().map(Instant::toString));
    }

    private static void writeIfThere(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }

    private static void writeList(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}

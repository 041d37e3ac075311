package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aurora.gateway.discovery.PollCounts;
import org.aurora.gateway.discovery.ProviderChange;
import org.aurora.gateway.discovery.ProviderStatus;
import org.aurora.gateway.inventory.DroppedIds;
import org.aurora.gateway.inventory.ModelSource;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.resolve.InventoryDiff;

/** A provider's status as operators see it. Keys have no place in it. */
final class ProviderStatusJson {
    private static final int MOST_NAMES = 100;

    private ProviderStatusJson() {}

    static void write(JsonGenerator json, ProviderStatus status) throws IOException {
        Optional<ProviderKnowledge> known = status.knowledge();
        json.writeStartObject();
        begin(json, status);
        text(json, "base_url", status.provider().baseUrl().map(URI::toString));
        json.writeBooleanField("asked", status.asked());
        json.writeObjectFieldStart("models");
        json.writeNumberField("total", status.count());
        for (ModelSource source : ModelSource.values()) {
            json.writeNumberField(word(source), status.models().getOrDefault(source, 0));
        }
        json.writeEndObject();
        text(json, "last_poll", known.map(it -> it.polledAt().toString()));
        text(json, "last_success", known.flatMap(ProviderKnowledge::learnedAt).map(Instant::toString));
        text(json, "last_error", known.flatMap(ProviderKnowledge::problem));
        json.writeNumberField("failures", known.map(ProviderKnowledge::failures).orElse(0));
        dropped(json, known.map(ProviderKnowledge::dropped).orElse(DroppedIds.NONE));
        counts(json, status.counts());
        change(json, "last_change", status.lastChange());
        json.writeEndObject();
    }

    /** What a refresh brought that began at that time. */
    static void writeReport(JsonGenerator json, ProviderStatus status, Instant since) throws IOException {
        json.writeStartObject();
        begin(json, status);
        json.writeBooleanField("asked", status.asked());
        json.writeNumberField("models", status.count());
        json.writeStringField("source", source(status));
        dropped(json, status.knowledge().map(ProviderKnowledge::dropped).orElse(DroppedIds.NONE));
        change(json, "change", status.lastChange().filter(change -> !change.at().isBefore(since)));
        json.writeEndObject();
    }

    private static void begin(JsonGenerator json, ProviderStatus status) throws IOException {
        json.writeStringField("name", status.provider().name());
        json.writeStringField("type", status.provider().type());
        json.writeStringField("state", word(status.state()));
        text(json, "reason", status.reason());
    }

    private static String source(ProviderStatus status) {
        return List.of(ModelSource.UPSTREAM, ModelSource.CONFIGURED, ModelSource.STALE).stream()
                .filter(status.models()::containsKey)
                .findFirst()
                .map(ProviderStatusJson::word)
                .orElse("none");
    }

    private static void dropped(JsonGenerator json, DroppedIds dropped) throws IOException {
        json.writeObjectFieldStart("dropped");
        json.writeNumberField("blank", dropped.blank());
        json.writeNumberField("repeated", dropped.repeated());
        json.writeNumberField("too_long", dropped.tooLong());
        json.writeNumberField("invalid", dropped.invalid());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, PollCounts counts) throws IOException {
        json.writeObjectFieldStart("since_start");
        json.writeNumberField("polls", counts.polls());
        json.writeNumberField("failed", counts.failed());
        json.writeNumberField("added", counts.added());
        json.writeNumberField("gone", counts.gone());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, String field, Optional<ProviderChange> change) throws IOException {
        json.writeFieldName(field);
        if (change.isEmpty()) {
            json.writeNull();
            return;
        }
        InventoryDiff diff = change.get().diff();
        json.writeStartObject();
        json.writeStringField("at", change.get().at().toString());
        json.writeNumberField("added_count", diff.added().size());
        names(json, "added", diff.added());
        json.writeNumberField("gone_count", diff.gone().size());
        names(json, "gone", diff.gone());
        names(json, "broken_aliases", diff.brokenAliases());
        names(json, "idle_rules", diff.idleRules());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String field, List<String> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (String name : names.subList(0, Math.min(MOST_NAMES, names.size()))) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        } else {
            json.writeNullField(field);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

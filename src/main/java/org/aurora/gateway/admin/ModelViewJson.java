package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.inbound.JsonValue;
import org.aurora.gateway.inventory.InventoryEntry;
import org.aurora.gateway.inventory.ModelCategory;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Pricing;
import org.aurora.gateway.resolve.ModelView;

/** A model or an alias in the operator's catalogue. */
final class ModelViewJson {
    private ModelViewJson() {}

    static void write(JsonGenerator json, ModelView view, Pricing pricing, boolean enabledByDefault, Instant now)
            throws IOException {
        Map<String, Object> metadata =
                view.entry().map(InventoryEntry::metadata).orElse(Map.of());
        json.writeStartObject();
        json.writeStringField("name", view.name());
        json.writeStringField("kind", view.alias().isPresent() ? "alias" : "model");
        json.writeStringField(
                "provider_name", view.model().map(ProviderModel::provider).orElse(null));
        json.writeStringField("provider_type", view.providerType().orElse(null));
        json.writeStringField("model", view.model().map(ProviderModel::model).orElse(null));
        SettingView.writeStrings(
                json,
                "categories",
                view.categories().stream().map(ModelCategory::text).toList());
        json.writeStringField(
                "source",
                view.entry().map(entry -> SettingView.word(entry.source())).orElse(null));
        writeAge(json, view.entry().map(InventoryEntry::at), now);
        json.writeFieldName("metadata");
        JsonValue.write(json, metadata);
        json.writeFieldName("price");
        PriceViewJson.writePrice(json, view.model().map(model -> pricing.effective(model, now)), pricing.currency());
        writeAccess(json, view.rule(), enabledByDefault);
        json.writeEndObject();
    }

    private static void writeAge(JsonGenerator json, Optional<Instant> seen, Instant now) throws IOException {
        json.writeStringField("seen_at", seen.map(Instant::toString).orElse(null));
        json.writeFieldName("age_seconds");
        SettingView.writeIfThere(
                json, seen.map(at -> Math.max(0, Duration.between(at, now).toSeconds())));
    }

    private static void writeAccess(JsonGenerator json, Optional<AccessRule> rule, boolean enabledByDefault)
            throws IOException {
        json.writeObjectFieldStart("access");
        json.writeBooleanField("default_enabled", enabledByDefault);
        json.writeBooleanField(
                "effective_enabled", rule.map(AccessRule::enabled).orElse(enabledByDefault));
        json.writeStringField("decided_by", rule.map(AccessRule::selector).orElse("default"));
        RuleViewJson.writePaths(json, rule.flatMap(AccessRule::userPaths));
        json.writeEndObject();
    }
}

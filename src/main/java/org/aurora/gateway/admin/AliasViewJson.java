package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;
import org.aurora.gateway.resolve.AliasView;
import org.aurora.gateway.resolve.Snapshot;

/** An alias as the admin API shows it. */
final class AliasViewJson {
    private AliasViewJson() {}

    static void write(JsonGenerator json, String name, SettingsState state) throws IOException {
        write(json, AliasView.find(state.snapshot(), name).orElseThrow(), state);
    }

    static void write(JsonGenerator json, AliasView view, SettingsState state) throws IOException {
        Alias alias = view.alias();
        json.writeStartObject();
        json.writeStringField("name", alias.name());
        writeTargets(json, alias.targets(), state.snapshot());
        json.writeStringField("strategy", SettingView.word(alias.strategy()));
        json.writeStringField("description", alias.description().orElse(null));
        json.writeBooleanField("enabled", alias.enabled());
        json.writeBooleanField("hidden", alias.hidden());
        json.writeStringField("access", SettingView.word(alias.access()));
        json.writeStringField(
                "response_model", alias.responseModel().map(SettingView::word).orElse(null));
        json.writeStringField(
                "resolved_model",
                view.resolvedModel().map(ProviderModel::selector).orElse(null));
        json.writeStringField("provider_type", view.providerType().orElse(null));
        json.writeBooleanField("valid", view.valid());
        SettingView.writeStrings(json, "warnings", view.warnings());
        SettingView.writeOrigin(json, view.layer(), new SettingName(SettingKind.ALIAS, alias.name()), state);
        json.writeEndObject();
    }

    private static void writeTargets(JsonGenerator json, List<AliasTarget> targets, Snapshot snapshot)
            throws IOException {
        json.writeArrayFieldStart("targets");
        for (AliasTarget target : targets) {
            json.writeStartObject();
            writePlace(json, target, "", snapshot);
            json.writeNumberField("weight", target.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (targets.size() == 1) {
            writePlace(json, targets.get(0), "target_", snapshot);
        }
    }

    private static void writePlace(JsonGenerator json, AliasTarget target, String prefix, Snapshot snapshot)
            throws IOException {
        if (snapshot.inventory().read(target.selector()) instanceof Selector.OneModel one) {
            json.writeStringField(prefix + "provider", one.model().provider());
            json.writeStringField(prefix + "model", one.model().model());
        } else {
            json.writeStringField(prefix + "model", target.selector());
        }
    }
}

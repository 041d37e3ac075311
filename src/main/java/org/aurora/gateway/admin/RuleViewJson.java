package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.resolve.RuleView;

/** An access rule as the admin API shows it. */
final class RuleViewJson {
    private RuleViewJson() {}

    static void write(JsonGenerator json, String selector, SettingsState state) throws IOException {
        write(json, RuleView.find(state.snapshot(), selector).orElseThrow(), state);
    }

    static void write(JsonGenerator json, RuleView view, SettingsState state) throws IOException {
        String selector = view.rule().selector();
        json.writeStartObject();
        json.writeStringField("selector", selector);
        json.writeStringField("provider_name", view.providerName().orElse(null));
        json.writeStringField("model", view.model().orElse(null));
        json.writeStringField("scope_kind", SettingView.word(view.scope()));
        json.writeBooleanField("enabled", view.rule().enabled());
        writePaths(json, view.rule().userPaths());
        SettingView.writeStrings(
                json,
                "applies_to",
                view.appliesTo().stream().map(SettingView::word).toList());
        json.writeNumberField("matches", view.matches());
        SettingView.writeStrings(json, "warnings", view.warnings());
        SettingView.writeOrigin(json, view.layer(), new SettingName(SettingKind.RULE, selector), state);
        json.writeEndObject();
    }

    static void writePaths(JsonGenerator json, Optional<List<UserPath>> paths) throws IOException {
        if (paths.isPresent()) {
            SettingView.writeStrings(
                    json, "user_paths", paths.get().stream().map(UserPath::text).toList());
        } else {
            json.writeNullField("user_paths");
        }
    }
}

package org.aurora.gateway.settings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.caller.UserPath;

/** An access rule as a JSON document: what the admin API takes and what the journal keeps. */
public final class RuleDocument {
    /** What a view of a rule says beyond its definition; sent back, it is passed over. */
    private static final Set<String> VIEW_ONLY = Set.of(
            "selector",
            "provider_name",
            "model",
            "scope_kind",
            "applies_to",
            "matches",
            "warnings",
            "managed",
            "version",
            "updated_at",
            "updated_by");

    private RuleDocument() {}

    /**
     * Reads a document strictly.
     *
     * @throws ConfigurationException naming the line, the key and what is allowed
     * @throws org.aurora.gateway.error.GatewayException where the selector or a user path is not one
     */
    public static AccessRule read(String selector, String json) {
        return read(selector, JsonDocument.section(json, VIEW_ONLY));
    }

    static AccessRule read(String selector, YamlSection body) {
        body.allowing("enabled", "user_paths");
        Optional<List<String>> paths = body.find("user_paths")
                .filter(value -> !value.isNothing())
                .map(value -> value.possiblyEmptyList().stream()
                        .map(item -> item.text().text())
                        .toList());
        return AccessRule.of(selector, body.flag("enabled", true), paths);
    }

    /** The canonical document of a rule. */
    public static String write(AccessRule rule) {
        return JsonText.object(json -> {
            json.writeBooleanField("enabled", rule.enabled());
            if (rule.userPaths().isPresent()) {
                writePaths(json, rule.userPaths().get());
            }
        });
    }

    private static void writePaths(JsonGenerator json, List<UserPath> paths) throws IOException {
        json.writeArrayFieldStart("user_paths");
        for (UserPath path : paths) {
            json.writeString(path.toString());
        }
        json.writeEndArray();
    }
}

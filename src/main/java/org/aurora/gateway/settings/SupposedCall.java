package org.aurora.gateway.settings;

import java.util.Optional;
import java.util.Set;

/**
 * A call that somebody might make, as the admin API is asked about it.
 *
 * @param model as the call's {@code model}
 * @param provider as the call's {@code provider}
 * @param userPath the place that the call would be made from
 * @param keyId the key that the call would be made with; empty for none
 * @param settings aliases and rules that the call would be made with, beside those that are stored
 */
public record SupposedCall(
        String model,
        Optional<String> provider,
        Optional<String> userPath,
        Optional<String> keyId,
        SettingsDocument settings) {
    /**
     * Reads the body of a request strictly.
     *
     * @param providers the names that a target may give as its provider
     * @throws ConfigurationException naming the line, the key and what is allowed
     */
    public static SupposedCall read(String json, Set<String> providers) {
        YamlSection body =
                JsonDocument.section(json, Set.of()).allowing("model", "provider", "user_path", "key_id", "suppose");
        return new SupposedCall(
                text(body, "model")
                        .orElseThrow(() -> body.place().refuse("'model' is missing; name the model to ask about")),
                text(body, "provider"),
                text(body, "user_path"),
                text(body, "key_id"),
                SettingsDocument.supposed(body.section("suppose"), providers));
    }

    private static Optional<String> text(YamlSection body, String key) {
        return body.find(key).map(YamlValue::text).map(WrittenValue::text);
    }
}

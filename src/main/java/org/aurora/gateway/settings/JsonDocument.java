package org.aurora.gateway.settings;

import java.util.Set;

/** A JSON document that others sent, read by the same rules as the configuration file. */
final class JsonDocument {
    private static final String NAME = "body";

    private JsonDocument() {}

    /** The document's root, without the keys that are passed over; null means that a key is left out. */
    static YamlSection section(String json, Set<String> passedOver) {
        YamlNode root = YamlParsing.parseJson(NAME, json)
                .orElseThrow(() -> new ConfigurationException(NAME + ": empty, but must be a JSON object"));
        return new YamlValue(NAME, "", root, Placeholders.none())
                .section()
                .withoutNulls()
                .without(passedOver);
    }
}

package org.aurora.gateway.settings;

import java.util.Optional;
import java.util.Set;

/** Which providers somebody wants to be asked for their models now. */
public final class RefreshDocument {
    private RefreshDocument() {}

    /**
     * The provider's name; empty where all are meant.
     *
     * @throws ConfigurationException where the document says something else
     */
    public static Optional<String> provider(String json) {
        return json.isBlank()
                ? Optional.empty()
                : JsonDocument.section(json, Set.of())
                        .allowing("provider")
                        .find("provider")
                        .map(value -> value.text().text());
    }
}

package org.aurora.gateway.admin;

import java.util.Optional;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.ConfigurationException;
import org.aurora.gateway.settings.KeyDocument;

/** What may be seen of a value that the journal keeps: of a key nothing that helps to guess it. */
final class ShownValue {
    private ShownValue() {}

    /**
     * JSON; empty where the name was deleted, and for a key that cannot be read, since nobody can tell what in it is a
     * hash.
     *
     * @param value as it is kept
     */
    static Optional<String> of(SettingName setting, Optional<String> value) {
        return switch (setting.kind()) {
            case ALIAS, RULE, PRICE -> value;
            case KEY -> value.flatMap(json -> withoutHashes(setting.name(), json));
        };
    }

    private static Optional<String> withoutHashes(String id, String json) {
        try {
            return Optional.of(KeyDocument.writeWithoutHashes(KeyDocument.read(id, json)));
        } catch (ConfigurationException | GatewayException e) {
            return Optional.empty();
        }
    }
}

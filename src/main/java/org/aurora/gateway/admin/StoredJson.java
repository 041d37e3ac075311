package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.AliasDocument;
import org.aurora.gateway.settings.ConfigurationException;
import org.aurora.gateway.settings.PriceDocument;
import org.aurora.gateway.settings.RuleDocument;

/** Values of the journal inside an answer. What this version cannot read, whoever wrote it, is shown as text. */
final class StoredJson {
    private StoredJson() {}

    static void write(JsonGenerator json, SettingName setting, Optional<String> value) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
        } else if (readable(setting, value.get())) {
            json.writeRawValue(value.get());
        } else {
            json.writeString(value.get());
        }
    }

    private static boolean readable(SettingName setting, String json) {
        try {
            switch (setting.kind()) {
                case ALIAS -> AliasDocument.read(setting.name(), json, Set.of());
                case RULE -> RuleDocument.read(setting.name(), json);
                case PRICE -> PriceDocument.require(setting.name(), json);
                case KEY -> {
                    // Its shown form was written here, from one that could be read.
                }
            }
            return true;
        } catch (ConfigurationException | GatewayException e) {
            return false;
        }
    }
}

package org.aurora.gateway.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An alias in as few words as people would use: without what is so anyway, and as a mere target where that is all. */
final class ShortAlias {
    private static final Map<String, String> USUAL =
            Map.of("strategy", "weighted", "enabled", "true", "hidden", "false", "access", "both");

    private ShortAlias() {}

    static JsonNode of(JsonNode canonical) {
        ObjectNode alias = canonical.deepCopy();
        USUAL.forEach((field, value) -> {
            if (alias.path(field).asText().equals(value)) {
                alias.remove(field);
            }
        });
        JsonNode targets = alias.path("targets");
        if (targets.size() != 1 || targets.path(0).path("weight").asInt(1) != 1) {
            return alias;
        }
        JsonNode target = targets.path(0).path("model");
        if (alias.size() == 1) {
            return target;
        }
        alias.remove("targets");
        ObjectNode named = alias.objectNode();
        named.set("target", target);
        named.setAll(alias);
        return named;
    }
}

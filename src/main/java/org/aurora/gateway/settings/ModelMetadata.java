package org.aurora.gateway.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what an operator says about a model. Counts become {@code Long}, prices {@code BigDecimal}. */
final class ModelMetadata {
    private static final List<String> KEYS =
            List.of("display_name", "context_window", "max_output_tokens", "modes", "capabilities", "pricing");
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private ModelMetadata() {}

    static Map<String, Object> read(YamlValue value, String currency) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        value.section().allowing(KEYS).entries().forEach((key, entry) -> metadata.put(key, read(key, entry, currency)));
        return Collections.unmodifiableMap(metadata);
    }

    private static Object read(String key, YamlValue value, String currency) {
        return switch (key) {
            case "context_window", "max_output_tokens" -> value.wholeNumber(0, MOST_TOKENS);
            case "modes" ->
                value.list().stream().map(mode -> mode.text().text()).toList();
            case "capabilities" -> capabilities(value);
            case "pricing" -> ModelPricing.read(value.section(), currency);
            default -> value.text().text();
        };
    }

    private static Map<String, Boolean> capabilities(YamlValue value) {
        Map<String, Boolean> capabilities = new LinkedHashMap<>();
        value.section().entries().forEach((name, capability) -> capabilities.put(name, capability.flag()));
        return Collections.unmodifiableMap(capabilities);
    }
}

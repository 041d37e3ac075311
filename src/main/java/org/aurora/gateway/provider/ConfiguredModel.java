package org.aurora.gateway.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model id that an operator listed for a provider.
 *
 * @param id the provider's own model id
 * @param metadata what the operator said about it, in the order written: text, {@code Boolean}, {@code Long} for
 *     counts, {@code BigDecimal} for prices, immutable lists and maps of these; empty where nothing was said
 */
public record ConfiguredModel(String id, Map<String, Object> metadata) {
    public ConfiguredModel {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}

package org.aurora.gateway.provider;

import java.util.Map;

/**
 * A model id that an operator listed for a provider.
 *
 * @param id the provider's own model id
 * @param metadata what the operator said about it, as written; empty where nothing was said
 */
public record ConfiguredModel(String id, Map<String, Object> metadata) {
    public ConfiguredModel {
        metadata = Map.copyOf(metadata);
    }
}

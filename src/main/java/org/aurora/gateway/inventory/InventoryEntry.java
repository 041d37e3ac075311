package org.aurora.gateway.inventory;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aurora.gateway.model.ProviderModel;

/**
 * One model that a provider has.
 *
 * @param model which one
 * @param source how it became known
 * @param at when the provider last listed it; for a configured one, when the configuration was read
 * @param metadata what is known about it beyond its id, as written; empty where nothing is
 */
public record InventoryEntry(ProviderModel model, ModelSource source, Instant at, Map<String, Object> metadata) {
    public InventoryEntry {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}

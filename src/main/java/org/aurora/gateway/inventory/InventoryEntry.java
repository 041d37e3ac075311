package org.aurora.gateway.inventory;

import java.util.Map;
import org.aurora.gateway.model.ProviderModel;

/**
 * One model that a provider has.
 *
 * @param model which one
 * @param source how it became known
 * @param metadata what is known about it beyond its id, as written; empty where nothing is
 */
public record InventoryEntry(ProviderModel model, ModelSource source, Map<String, Object> metadata) {
    public InventoryEntry {
        metadata = Map.copyOf(metadata);
    }
}

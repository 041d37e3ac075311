package org.aurora.gateway.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aurora.gateway.model.ModelText;

/**
 * One provider's models.
 *
 * @param entries in its own order
 * @param byId the same by their ids
 */
record Shelf(List<InventoryEntry> entries, Map<String, InventoryEntry> byId) {
    /** Without repeated ids and ids that could not be named in a request. */
    static Shelf of(List<InventoryEntry> all) {
        Map<String, InventoryEntry> byId = new LinkedHashMap<>();
        for (InventoryEntry entry : all) {
            String id = entry.model().model();
            if (!id.isBlank() && ModelText.problem(id).isEmpty()) {
                byId.putIfAbsent(id, entry);
            }
        }
        return new Shelf(
                Collections.unmodifiableList(new ArrayList<>(byId.values())), Collections.unmodifiableMap(byId));
    }

    boolean sameIds(Shelf other) {
        return byId.keySet().equals(other.byId.keySet());
    }

    boolean stale() {
        return entries.stream().anyMatch(entry -> entry.source() == ModelSource.STALE);
    }
}

package org.aurora.gateway.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.ConfiguredModelsMode;
import org.aurora.gateway.provider.Provider;

/**
 * Which models of a provider callers get to see, out of the list an operator wrote and what the provider itself said:
 *
 * <table>
 * <caption>By configured list, mode and the provider's last answer</caption>
 * <tr><td>no list<td>any mode<td>models<td>the provider's
 * <tr><td>no list<td>any mode<td>nothing or an error<td>the last known ones, stale
 * <tr><td>list<td>fallback<td>models<td>the provider's only
 * <tr><td>list<td>fallback<td>nothing or an error<td>the list, and for a time the last known others, stale
 * <tr><td>list<td>allowlist<td>not asked<td>exactly the list
 * <tr><td>list<td>merge<td>models<td>the provider's, then the others of the list
 * <tr><td>list<td>merge<td>nothing or an error<td>as with fallback
 * </table>
 *
 * <p>Metadata that an operator wrote for an id counts however the id got in.
 *
 * @param mode what a configured list means
 * @param staleTtl how long the last known models of a provider that stopped answering stay beside its list; 0 or more
 * @param configuredAt when the lists were read
 */
public record Exposure(ConfiguredModelsMode mode, Duration staleTtl, Instant configuredAt) {
    /** Whether the provider is to be asked for its models at all. */
    public boolean asks(Provider provider) {
        return provider.on() && !allowlisted(provider);
    }

    private boolean allowlisted(Provider provider) {
        return mode == ConfiguredModelsMode.ALLOWLIST && !provider.models().isEmpty();
    }

    /**
     * The provider's models in its own order; none for one that is off.
     *
     * @param knowledge empty where it has not been asked yet
     */
    public List<InventoryEntry> entries(Provider provider, Optional<ProviderKnowledge> knowledge, Instant now) {
        if (!provider.on()) {
            return List.of();
        }
        Entries entries = new Entries(provider);
        if (knowledge.isEmpty() || allowlisted(provider)) {
            return entries.configured().list();
        }
        ProviderKnowledge known = knowledge.get();
        boolean fresh = provider.models().isEmpty() || withinTtl(known, now);
        if (known.restored() ? known.answered() && fresh : known.answered()) {
            entries.learned(known, known.restored() ? ModelSource.STALE : ModelSource.UPSTREAM);
            return (mode == ConfiguredModelsMode.MERGE ? entries.configured() : entries).list();
        }
        entries.configured();
        return (fresh ? entries.learned(known, ModelSource.STALE) : entries).list();
    }

    private boolean withinTtl(ProviderKnowledge known, Instant now) {
        return expiry(known).filter(now::isBefore).isPresent();
    }

    private Optional<Instant> expiry(ProviderKnowledge known) {
        return known.learnedAt().map(at -> at.plus(staleTtl));
    }

    /** When the entries change although nothing is learned; empty where they will not. */
    public Optional<Instant> nextChange(Provider provider, Optional<ProviderKnowledge> knowledge, Instant now) {
        boolean counts = asks(provider) && !provider.models().isEmpty();
        return knowledge
                .filter(known -> counts && (known.restored() || !known.answered()))
                .flatMap(this::expiry)
                .filter(now::isBefore);
    }

    /** Entries in the order added; of two with one id the first counts. */
    private final class Entries {
        private final Provider provider;
        private final Map<String, Map<String, Object>> written = new HashMap<>();
        private final Set<String> ids = new LinkedHashSet<>();
        private final List<InventoryEntry> list = new ArrayList<>();

        Entries(Provider provider) {
            this.provider = provider;
            provider.models().forEach(model -> written.putIfAbsent(model.id(), model.metadata()));
        }

        Entries configured() {
            for (ConfiguredModel model : provider.models()) {
                add(model.id(), ModelSource.CONFIGURED, configuredAt, Map.of());
            }
            return this;
        }

        Entries learned(ProviderKnowledge known, ModelSource source) {
            Instant at = known.learnedAt().orElse(known.polledAt());
            for (LearnedModel model : known.models()) {
                add(model.id(), source, at, model.metadata());
            }
            return this;
        }

        private void add(String id, ModelSource source, Instant at, Map<String, Object> learned) {
            if (ids.add(id)) {
                Map<String, Object> metadata = new LinkedHashMap<>(learned);
                metadata.putAll(written.getOrDefault(id, Map.of()));
                list.add(new InventoryEntry(new ProviderModel(provider.name(), id), source, at, metadata));
            }
        }

        List<InventoryEntry> list() {
            return list;
        }
    }
}

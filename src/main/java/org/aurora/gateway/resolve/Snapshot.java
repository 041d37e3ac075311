package org.aurora.gateway.resolve;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasBook;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.provider.Provider;

/**
 * Everything that requests are decided on, at one moment. Immutable and replaced whole, so that one request sees one
 * state from its first step to its last. Making one costs time in proportion to what is configured; asking it costs
 * hash lookups.
 */
public final class Snapshot {
    private final long generation;
    private final Map<String, Provider> providers;
    private final Inventory inventory;
    private final AliasBook aliases;
    private final SnapshotSettings settings;

    private Snapshot(long generation, Map<String, Provider> providers, List<Alias> aliases, SnapshotSettings settings) {
        this.generation = generation;
        this.providers = providers;
        this.inventory = Inventory.configured(List.copyOf(providers.values()));
        this.aliases = AliasBook.compile(aliases, inventory);
        this.settings = settings;
    }

    /**
     * Puts one together.
     *
     * @param generation counts up with each snapshot of one process
     * @param providers in configured order; their names differ
     * @param aliases enabled and disabled ones; of two with one name the first counts
     */
    public static Snapshot of(
            long generation, List<Provider> providers, List<Alias> aliases, SnapshotSettings settings) {
        Map<String, Provider> byName = new LinkedHashMap<>();
        for (Provider provider : providers) {
            if (byName.putIfAbsent(provider.name(), provider) != null) {
                throw new IllegalArgumentException("two providers are called " + provider.name());
            }
        }
        return new Snapshot(generation, byName, aliases, settings);
    }

    public long generation() {
        return generation;
    }

    /** In configured order, those that are off included. */
    public Collection<Provider> providers() {
        return Collections.unmodifiableCollection(providers.values());
    }

    public Optional<Provider> provider(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    public Inventory inventory() {
        return inventory;
    }

    public AliasBook aliases() {
        return aliases;
    }

    public SnapshotSettings settings() {
        return settings;
    }
}

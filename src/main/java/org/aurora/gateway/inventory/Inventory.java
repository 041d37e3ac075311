package org.aurora.gateway.inventory;

import java.time.Instant;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;

/**
 * The models of all providers at one moment. Immutable; a lookup is one hash lookup or two. A changed copy shares what
 * did not change: where only what is known of a provider's models is new, and not which ones there are, it costs time in
 * proportion to that provider's.
 */
public final class Inventory {
    private final Map<String, Shelf> shelves;
    private final Map<String, ProviderModel> firstById;
    private final int size;
    private final boolean stale;

    private Inventory(Map<String, Shelf> shelves, Map<String, ProviderModel> firstById) {
        this.shelves = shelves;
        this.firstById = firstById;
        this.size = shelves.values().stream()
                .mapToInt(shelf -> shelf.entries().size())
                .sum();
        this.stale = shelves.values().stream().anyMatch(Shelf::stale);
    }

    /** One without models. */
    public static Inventory empty(Collection<String> providers) {
        Map<String, Shelf> shelves = new LinkedHashMap<>();
        providers.forEach(provider -> shelves.put(provider, Shelf.of(List.of())));
        return new Inventory(shelves, Map.of());
    }

    /**
     * What the operator listed: the models of every provider that is on, in configured order. A repeated id and
     * an id that could not be named in a request are left out. When the list was read is not said.
     */
    public static Inventory configured(List<Provider> providers) {
        Map<String, Shelf> shelves = new LinkedHashMap<>();
        providers.forEach(provider -> shelves.put(provider.name(), Shelf.of(configuredEntries(provider))));
        return new Inventory(shelves, firstById(shelves.values()));
    }

    private static List<InventoryEntry> configuredEntries(Provider provider) {
        return provider.on()
                ? provider.models().stream()
                        .map(model -> configuredEntry(provider, model))
                        .toList()
                : List.of();
    }

    private static InventoryEntry configuredEntry(Provider provider, ConfiguredModel model) {
        return new InventoryEntry(
                new ProviderModel(provider.name(), model.id()),
                ModelSource.CONFIGURED,
                Instant.EPOCH,
                model.metadata());
    }

    /**
     * The same but for one provider, which has exactly these models now. A repeated id and an id that could not be named
     * in a request are left out.
     *
     * @param entries in the provider's own order
     */
    public Inventory with(String provider, List<InventoryEntry> entries) {
        Shelf shelf = Shelf.of(entries);
        Shelf before = shelves.get(provider);
        Map<String, Shelf> changed = new LinkedHashMap<>(shelves);
        changed.put(provider, shelf);
        boolean sameIds = before != null && before.sameIds(shelf);
        return new Inventory(changed, sameIds ? firstById : firstById(changed.values()));
    }

    private static Map<String, ProviderModel> firstById(Collection<Shelf> shelves) {
        Map<String, ProviderModel> first = new HashMap<>();
        shelves.forEach(shelf -> shelf.byId().forEach((id, entry) -> first.putIfAbsent(id, entry.model())));
        return first;
    }

    public boolean has(ProviderModel model) {
        return find(model).isPresent();
    }

    public Optional<InventoryEntry> find(ProviderModel model) {
        Shelf shelf = shelves.get(model.provider());
        return shelf == null
                ? Optional.empty()
                : Optional.ofNullable(shelf.byId().get(model.model()));
    }

    /** The model of that bare id at the first provider, in configured order, that has it. */
    public Optional<ProviderModel> firstWith(String id) {
        return Optional.ofNullable(firstById.get(id));
    }

    /**
     * The one model that a text names when no alias has that name: a configured provider's model, whether or not
     * the provider has it; otherwise the first provider's model of that bare id. It never slides from a
     * provider's name on to another provider's id of the same text.
     */
    public Optional<ProviderModel> named(String text) {
        Selector selector = read(text);
        if (selector instanceof Selector.OneModel qualified) {
            return Optional.of(qualified.model());
        }
        return selector instanceof Selector.BareName bare ? firstWith(bare.name()) : Optional.empty();
    }

    /** The text read by the grammar, with the providers known here. */
    public Selector read(String text) {
        return Selector.parse(text, shelves::containsKey);
    }

    /** Whether the same names lead to the same models, whatever else is known about these. */
    public boolean sameModels(Inventory other) {
        return shelves.keySet().equals(other.shelves.keySet())
                && shelves.entrySet().stream().allMatch(entry -> other.sameIds(entry.getKey(), entry.getValue()));
    }

    private boolean sameIds(String provider, Shelf shelf) {
        Shelf own = shelves.get(provider);
        return own != null && own.sameIds(shelf);
    }

    /** Whether some models are known from a provider that has not confirmed them. */
    public boolean stale() {
        return stale;
    }

    /** All entries: providers in configured order, each one's models in its own order. */
    public Collection<InventoryEntry> entries() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<InventoryEntry> iterator() {
                return shelves.values().stream()
                        .flatMap(shelf -> shelf.entries().stream())
                        .iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** One provider's models in its own order; none for a provider that is off or not configured. */
    public List<InventoryEntry> entriesOf(String provider) {
        Shelf shelf = shelves.get(provider);
        return shelf == null ? List.of() : shelf.entries();
    }

    /** The names of all configured providers, in configured order, those that are off included. */
    public Set<String> providers() {
        return Collections.unmodifiableSet(shelves.keySet());
    }
}

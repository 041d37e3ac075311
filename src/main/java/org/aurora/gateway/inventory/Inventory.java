package org.aurora.gateway.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.model.ModelText;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;

/** The models of all providers at one moment. Immutable; every lookup is one hash lookup. */
public final class Inventory {
    private final Map<String, List<InventoryEntry>> byProvider;
    private final Map<ProviderModel, InventoryEntry> byModel;
    private final Map<String, ProviderModel> firstById;
    private final boolean stale;

    private Inventory(Collection<String> providers, Stream<InventoryEntry> entries) {
        byProvider = new LinkedHashMap<>();
        byModel = new LinkedHashMap<>();
        firstById = new HashMap<>();
        providers.forEach(provider -> byProvider.put(provider, new ArrayList<>()));
        entries.forEach(this::add);
        byProvider.replaceAll((provider, its) -> List.copyOf(its));
        stale = byModel.values().stream().anyMatch(entry -> entry.source() == ModelSource.STALE);
    }

    /**
     * What the operator listed: the models of every provider that is on, in configured order. A repeated id and
     * an id that could not be named in a request are left out. When the list was read is not said.
     */
    public static Inventory configured(List<Provider> providers) {
        return new Inventory(
                providers.stream().map(Provider::name).toList(),
                providers.stream().filter(Provider::on).flatMap(Inventory::configuredEntries));
    }

    private static Stream<InventoryEntry> configuredEntries(Provider provider) {
        return provider.models().stream().map(model -> configuredEntry(provider, model));
    }

    private static InventoryEntry configuredEntry(Provider provider, ConfiguredModel model) {
        return new InventoryEntry(
                new ProviderModel(provider.name(), model.id()),
                ModelSource.CONFIGURED,
                Instant.EPOCH,
                model.metadata());
    }

    /**
     * Exactly these entries, each provider's in the order given. A repeated id and an id that could not be named in a
     * request are left out.
     *
     * @param providers all that are configured, in configured order
     * @param entries sorted by provider, in the same order
     */
    public static Inventory of(Collection<String> providers, Stream<InventoryEntry> entries) {
        return new Inventory(providers, entries);
    }

    private void add(InventoryEntry entry) {
        ProviderModel model = entry.model();
        boolean usable =
                !model.model().isBlank() && ModelText.problem(model.model()).isEmpty();
        if (usable && byModel.putIfAbsent(model, entry) == null) {
            firstById.putIfAbsent(model.model(), model);
            byProvider
                    .computeIfAbsent(model.provider(), name -> new ArrayList<>())
                    .add(entry);
        }
    }

    public boolean has(ProviderModel model) {
        return byModel.containsKey(model);
    }

    public Optional<InventoryEntry> find(ProviderModel model) {
        return Optional.ofNullable(byModel.get(model));
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
        return Selector.parse(text, byProvider::containsKey);
    }

    /** Whether the same names lead to the same models, whatever else is known about these. */
    public boolean sameModels(Inventory other) {
        return byProvider.keySet().equals(other.byProvider.keySet())
                && byModel.keySet().equals(other.byModel.keySet());
    }

    /** Whether some models are known from a provider that has not confirmed them. */
    public boolean stale() {
        return stale;
    }

    /** All entries: providers in configured order, each one's models in its own order. */
    public Collection<InventoryEntry> entries() {
        return Collections.unmodifiableCollection(byModel.values());
    }

    /** One provider's models in its own order; none for a provider that is off or not configured. */
    public List<InventoryEntry> entriesOf(String provider) {
        return byProvider.getOrDefault(provider, List.of());
    }

    /** The names of all configured providers, in configured order, those that are off included. */
    public Set<String> providers() {
        return Collections.unmodifiableSet(byProvider.keySet());
    }
}

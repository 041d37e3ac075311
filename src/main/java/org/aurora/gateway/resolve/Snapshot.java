package org.aurora.gateway.resolve;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessPolicy;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasBook;
import org.aurora.gateway.caller.KeyBook;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.Layers;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.WriteRefusal;
import org.aurora.gateway.pricing.PriceList;
import org.aurora.gateway.pricing.Pricing;
import org.aurora.gateway.provider.Provider;

/**
 * Everything that requests are decided on, at one moment. Immutable and replaced whole, so that one request sees one
 * state from its first step to its last. Making the first one costs time in proportion to what is configured, one after
 * a write in proportion to what the write can reach; asking it costs hash lookups.
 */
public final class Snapshot {
    private final long generation;
    private final Map<String, Provider> providers;
    private final Inventory inventory;
    private final AliasBook aliases;
    private final AccessPolicy access;
    private final KeyBook keys;
    private final Pricing pricing;
    private final SnapshotSettings settings;

    private Snapshot(
            long generation,
            Map<String, Provider> providers,
            Inventory inventory,
            AliasBook aliases,
            AccessPolicy access,
            KeyBook keys,
            Pricing pricing,
            SnapshotSettings settings) {
        this.generation = generation;
        this.providers = providers;
        this.inventory = inventory;
        this.aliases = aliases;
        this.access = access;
        this.keys = keys;
        this.pricing = pricing;
        this.settings = settings;
    }

    /** One without rules. */
    public static Snapshot of(
            long generation, List<Provider> providers, List<Alias> aliases, SnapshotSettings settings) {
        return of(generation, providers, aliases, List.of(), settings);
    }

    /** One in which models cost what is declared, in the usual currency. */
    public static Snapshot of(
            long generation,
            List<Provider> providers,
            List<Alias> aliases,
            List<AccessRule> rules,
            SnapshotSettings settings) {
        return of(generation, providers, aliases, rules, Pricing.declared(providers), settings);
    }

    /**
     * Puts the first one together, with nothing stored yet.
     *
     * @param generation counts up with each snapshot of one process
     * @param providers in configured order; their names differ
     * @param aliases the declared ones, enabled and disabled; of two with one name the first counts
     * @param rules the declared ones; of two with one text the first counts
     * @param pricing what models cost
     */
    public static Snapshot of(
            long generation,
            List<Provider> providers,
            List<Alias> aliases,
            List<AccessRule> rules,
            Pricing pricing,
            SnapshotSettings settings) {
        Map<String, Provider> byName = new LinkedHashMap<>();
        for (Provider provider : providers) {
            if (byName.putIfAbsent(provider.name(), provider) != null) {
                throw new IllegalArgumentException("two providers are called " + provider.name());
            }
        }
        Inventory inventory = Inventory.configured(providers);
        return new Snapshot(
                generation,
                byName,
                inventory,
                AliasBook.compile(aliases, inventory),
                AccessPolicy.of(rules, byName::containsKey, settings.modelsEnabledByDefault()),
                KeyBook.empty(),
                pricing,
                settings);
    }

    /**
     * The next one, after these writes in their order. Nothing is refused here, since they have happened: see {@link
     * #refusals}.
     */
    public Snapshot with(List<StoredChange> changes) {
        StoredChanges last = new StoredChanges(changes);
        return new Snapshot(
                generation + 1,
                providers,
                inventory,
                aliases.with(last.writtenAliases().values(), last.deletedAliases()),
                access.withStored(last.writtenRules(), last.deletedRules()),
                keys.with(last.writtenKeys(), last.deletedKeys()),
                pricing.withStored(last.writtenPrices(), last.deletedPrices()),
                settings);
    }

    /** The next one, after the providers' models changed. Costs time in proportion to all aliases. */
    public Snapshot with(Inventory newer) {
        return new Snapshot(generation + 1, providers, newer, aliases.with(newer), access, keys, pricing, settings);
    }

    /** The next one, with another public list of prices. */
    public Snapshot with(PriceList newer) {
        return new Snapshot(generation + 1, providers, inventory, aliases, access, keys, pricing.with(newer), settings);
    }

    /**
     * Why these writes, made together, should not be accepted, the first reason first; none where they may be. Deleting
     * what is not there is no reason. See {@link AliasBook#refusals}; a rule is refused only where it is declared.
     */
    public List<WriteRefusal> refusals(List<StoredChange> changes) {
        StoredChanges last = new StoredChanges(changes);
        return Stream.concat(
                        aliases.refusals(last.writtenAliases().values(), last.deletedAliases()).stream(),
                        Stream.concat(last.writtenRules().keySet().stream(), last.deletedRules().stream())
                                .filter(access.rules()::isDeclared)
                                .sorted()
                                .map(Snapshot::declaredRule))
                .toList();
    }

    private static WriteRefusal declaredRule(String selector) {
        return new WriteRefusal(
                selector,
                ErrorCode.MANAGED_BY_CONFIG,
                "The rule for '" + selector + "' is declared in the configuration file; change it there.");
    }

    /** The same state as the next one after another, so that no two of a process share a generation. */
    public Snapshot succeeding(Snapshot other) {
        return new Snapshot(other.generation + 1, providers, inventory, aliases, access, keys, pricing, settings);
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

    /** Whether some models are known from a provider that has not confirmed them. */
    public boolean stale() {
        return inventory.stale();
    }

    /** The provider that a text names a model of, whether or not it has that model. */
    public Optional<String> providerNamedBy(String text) {
        return inventory.named(text).map(ProviderModel::provider);
    }

    public AliasBook aliases() {
        return aliases;
    }

    /** Rules by their text, and where each is from. */
    public Layers<AccessRule> rules() {
        return access.rules();
    }

    /** Who may use what. */
    public AccessPolicy access() {
        return access;
    }

    /** The keys that operators made. */
    public KeyBook keys() {
        return keys;
    }

    /** What models cost. */
    public Pricing pricing() {
        return pricing;
    }

    public SnapshotSettings settings() {
        return settings;
    }
}

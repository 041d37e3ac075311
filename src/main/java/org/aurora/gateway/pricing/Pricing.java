package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.ShardedMap;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;

/**
 * What every model costs, from the weakest layer to the strongest: a public list, the configuration file, and what
 * operators stored. In each layer a model's own id is looked for, and where that is not there, the id without the date
 * at its end. Immutable; a copy after a write costs time in proportion to the write.
 */
public final class Pricing {
    private static final String USUAL_CURRENCY = "USD";

    private final String currency;
    private final Clock clock;
    private final Map<String, String> types;
    private final Map<ProviderModel, Prices> declared;
    private final PriceList list;
    private final ShardedMap<String, PriceTimeline> stored;

    private Pricing(
            String currency,
            Clock clock,
            Map<String, String> types,
            Map<ProviderModel, Prices> declared,
            PriceList list,
            ShardedMap<String, PriceTimeline> stored) {
        this.currency = currency;
        this.clock = clock;
        this.types = types;
        this.declared = declared;
        this.list = list;
        this.stored = stored;
    }

    /** The prices that the configuration file gives, and no others. */
    public static Pricing declared(String currency, List<Provider> providers, Clock clock) {
        Map<String, String> types = new HashMap<>();
        Map<ProviderModel, Prices> declared = new HashMap<>();
        for (Provider provider : providers) {
            types.put(provider.name(), provider.type());
            for (ConfiguredModel model : provider.models()) {
                Prices prices = MetadataPrices.of(model.metadata());
                if (!prices.isEmpty()) {
                    declared.putIfAbsent(new ProviderModel(provider.name(), model.id()), prices);
                }
            }
        }
        return new Pricing(currency, clock, types, declared, PriceList.empty(), ShardedMap.empty());
    }

    /** The same in the usual currency, by the system's clock. */
    public static Pricing declared(List<Provider> providers) {
        return declared(USUAL_CURRENCY, providers, Clock.systemUTC());
    }

    /** The next one, after writes: some timelines put in place, by selector, some gone. */
    public Pricing withStored(Map<String, PriceTimeline> written, Collection<String> deleted) {
        return written.isEmpty() && deleted.isEmpty()
                ? this
                : new Pricing(currency, clock, types, declared, list, stored.with(written, deleted));
    }

    /** The next one, with another public list; the same where that is in another currency. */
    public Pricing with(PriceList newer) {
        // Public lists are in dollars, and nothing is ever converted.
        return !currency.equals(USUAL_CURRENCY) ? this : new Pricing(currency, clock, types, declared, newer, stored);
    }

    /** The one currency of all prices and costs: three capital letters. */
    public String currency() {
        return currency;
    }

    public PriceList list() {
        return list;
    }

    /**
     * What a call cost.
     *
     * @param model the model that was asked of the provider
     * @param at when the call began; prices of that moment count
     * @param upstreamCost what the provider itself said that it cost, in US dollars; used only where a price is not known
     *     and costs are in dollars too; one below 0 or of absurd length is passed over
     */
    public Cost cost(ProviderModel model, TokenCounts counts, Instant at, Optional<BigDecimal> upstreamCost) {
        Cost cost = CostCalculation.of(effective(model, at), counts);
        boolean unknown =
                cost.unpricedReason().filter(UnpricedReason::lacksPrice).isPresent();
        // Providers state dollars, and nothing is ever converted.
        return unknown && currency.equals(USUAL_CURRENCY)
                ? upstreamCost
                        .filter(Decimals::isAmount)
                        .<Cost>map(Cost.Stated::new)
                        .orElse(cost)
                : cost;
    }

    /** What a model costs at a moment; {@link EffectivePrices#NONE} where nothing is known. */
    public EffectivePrices effective(ProviderModel model, Instant at) {
        Prices override = byId(model, id -> stored.find(id.selector()).flatMap(timeline -> timeline.at(at)))
                .orElse(Prices.NONE);
        return base(model).under(override, PriceSource.OVERRIDE);
    }

    /** The same now. */
    public EffectivePrices effective(ProviderModel model) {
        return effective(model, clock.instant());
    }

    /** What a model costs where nothing is stored about it. */
    public EffectivePrices base(ProviderModel model) {
        String type = types.getOrDefault(model.provider(), "");
        Prices listed = byId(model, id -> list.find(type, id.model())).orElse(Prices.NONE);
        Prices configured =
                byId(model, id -> Optional.ofNullable(declared.get(id))).orElse(Prices.NONE);
        return EffectivePrices.NONE.under(listed, PriceSource.LIST).under(configured, PriceSource.CONFIG);
    }

    private static <T> Optional<T> byId(ProviderModel model, Function<ProviderModel, Optional<T>> find) {
        return find.apply(model).or(() -> DatedId.withoutDate(model.model())
                .flatMap(id -> find.apply(new ProviderModel(model.provider(), id))));
    }

    /** What is stored about exactly that selector. */
    public Optional<PriceTimeline> stored(String selector) {
        return stored.find(selector);
    }

    /** The selectors that something is stored about, in no order. */
    public Stream<String> storedSelectors() {
        return stored.entries().map(Map.Entry::getKey);
    }
}

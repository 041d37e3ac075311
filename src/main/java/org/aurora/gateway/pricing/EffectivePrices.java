package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the layers together say a model costs, and which layer each price is from.
 *
 * @param sources one for each of the rates
 * @param tiersSource where the tiers are from; empty where there are none
 */
public record EffectivePrices(Prices prices, Map<PriceField, PriceSource> sources, Optional<PriceSource> tiersSource) {
    /** No layer says anything. */
    public static final EffectivePrices NONE = new EffectivePrices(Prices.NONE, Map.of(), Optional.empty());

    public EffectivePrices {
        EnumMap<PriceField, PriceSource> known = new EnumMap<>(PriceField.class);
        known.putAll(sources);
        sources = Collections.unmodifiableMap(known);
    }

    /**
     * These and a stronger layer's, field by field. A stronger flat rate also replaces the same rate in weaker tiers,
     * which would otherwise price every call in its place.
     */
    EffectivePrices under(Prices stronger, PriceSource source) {
        if (stronger.isEmpty()) {
            return this;
        }
        EnumMap<PriceField, BigDecimal> rates = new EnumMap<>(PriceField.class);
        rates.putAll(prices.rates());
        rates.putAll(stronger.rates());
        EnumMap<PriceField, PriceSource> from = new EnumMap<>(PriceField.class);
        from.putAll(sources);
        stronger.rates().keySet().forEach(field -> from.put(field, source));
        boolean newTiers = !stronger.tiers().isEmpty();
        List<PriceTier> tiers = newTiers ? stronger.tiers() : tiersUnder(stronger);
        Optional<PriceSource> tiersFrom = newTiers ? Optional.of(source) : tiersSource;
        return new EffectivePrices(new Prices(rates, tiers), from, tiers.isEmpty() ? Optional.empty() : tiersFrom);
    }

    private List<PriceTier> tiersUnder(Prices stronger) {
        List<PriceTier> left = prices.tiers().stream()
                .map(tier -> tier.without(stronger.rates().keySet()))
                .toList();
        return left.stream().allMatch(PriceTier::isEmpty) ? List.of() : left;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return prices.isEmpty();
    }

    PriceSource sourceOf(PriceField field) {
        return sources.getOrDefault(field, PriceSource.UPSTREAM);
    }

    /** The strongest layer that has a say; {@link PriceSource#UPSTREAM} where none has. */
    PriceSource strongest() {
        PriceSource strongest = tiersSource.orElse(PriceSource.UPSTREAM);
        for (PriceSource source : sources.values()) {
            strongest = source.compareTo(strongest) > 0 ? source : strongest;
        }
        return strongest;
    }

    /** What a million input and a million output tokens cost together at the lowest tier; empty where either is unknown. */
    public Optional<BigDecimal> inputPlusOutput() {
        BaseRates base = BaseRates.of(this, 0, false);
        return base.input()
                .flatMap(input -> base.output().map(output -> input.rate().add(output.rate())));
    }
}

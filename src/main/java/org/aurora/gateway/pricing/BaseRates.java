package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The rates of one call that its tier can change, once that is chosen; empty where unknown.
 *
 * @param input for plain input tokens
 * @param output for plain output tokens
 * @param cachedInput for input tokens read from a cache; that of any other where they have none of their own
 * @param cacheWrite for input tokens written to a cache; that of any other where they have none of their own
 */
record BaseRates(Optional<Rate> input, Optional<Rate> output, Optional<Rate> cachedInput, Optional<Rate> cacheWrite) {
    /** A price for a million, and where it is from. */
    record Rate(BigDecimal rate, PriceSource source) {}

    /**
     * The first tier that holds the call prices all of it; above the last bound the last one does.
     *
     * @param inputTokens all of the call's
     * @param batch whether rates for batches come first
     */
    static BaseRates of(EffectivePrices effective, long inputTokens, boolean batch) {
        Optional<PriceTier> tier = tier(effective.prices().tiers(), inputTokens);
        Optional<Rate> input = (batch ? flat(effective, PriceField.BATCH_INPUT_PER_MTOK) : Optional.<Rate>empty())
                .or(() -> rate(effective, tier, PriceField.INPUT_PER_MTOK));
        Optional<Rate> output = (batch ? flat(effective, PriceField.BATCH_OUTPUT_PER_MTOK) : Optional.<Rate>empty())
                .or(() -> rate(effective, tier, PriceField.OUTPUT_PER_MTOK));
        return new BaseRates(
                input,
                output,
                rate(effective, tier, PriceField.CACHED_INPUT_PER_MTOK).or(() -> input),
                rate(effective, tier, PriceField.CACHE_WRITE_PER_MTOK).or(() -> input));
    }

    private static Optional<PriceTier> tier(List<PriceTier> tiers, long inputTokens) {
        for (PriceTier tier : tiers) {
            if (tier.holds(inputTokens)) {
                return Optional.of(tier);
            }
        }
        return tiers.isEmpty() ? Optional.empty() : Optional.of(tiers.get(tiers.size() - 1));
    }

    private static Optional<Rate> rate(EffectivePrices effective, Optional<PriceTier> tier, PriceField field) {
        PriceSource tiersSource = effective.tiersSource().orElse(PriceSource.UPSTREAM);
        return tier.flatMap(found -> found.rate(field))
                .map(rate -> new Rate(rate, tiersSource))
                .or(() -> flat(effective, field));
    }

    static Optional<Rate> flat(EffectivePrices effective, PriceField field) {
        return effective.prices().rate(field).map(rate -> new Rate(rate, effective.sourceOf(field)));
    }
}

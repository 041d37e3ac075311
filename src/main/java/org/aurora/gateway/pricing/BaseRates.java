package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The rates for plain tokens of one call, once its tier is chosen; empty where unknown. */
record BaseRates(Optional<Rate> input, Optional<Rate> output) {
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
        PriceSource tiersSource = effective.tiersSource().orElse(PriceSource.UPSTREAM);
        Optional<Rate> input = tier.flatMap(PriceTier::inputPerMtok)
                .map(rate -> new Rate(rate, tiersSource))
                .or(() -> flat(effective, PriceField.INPUT_PER_MTOK));
        Optional<Rate> output = tier.flatMap(PriceTier::outputPerMtok)
                .map(rate -> new Rate(rate, tiersSource))
                .or(() -> flat(effective, PriceField.OUTPUT_PER_MTOK));
        return batch
                ? new BaseRates(
                        flat(effective, PriceField.BATCH_INPUT_PER_MTOK).or(() -> input),
                        flat(effective, PriceField.BATCH_OUTPUT_PER_MTOK).or(() -> output))
                : new BaseRates(input, output);
    }

    private static Optional<PriceTier> tier(List<PriceTier> tiers, long inputTokens) {
        for (PriceTier tier : tiers) {
            if (tier.holds(inputTokens)) {
                return Optional.of(tier);
            }
        }
        return tiers.isEmpty() ? Optional.empty() : Optional.of(tiers.get(tiers.size() - 1));
    }

    static Optional<Rate> flat(EffectivePrices effective, PriceField field) {
        return effective.prices().rate(field).map(rate -> new Rate(rate, effective.sourceOf(field)));
    }
}

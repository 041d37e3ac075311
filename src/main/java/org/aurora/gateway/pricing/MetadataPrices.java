package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices as the configuration file holds them: numbers by the keys of their fields, and a list of tiers. */
public final class MetadataPrices {
    private MetadataPrices() {}

    /** Those of a model's metadata. */
    static Prices of(Map<String, Object> metadata) {
        return metadata.get("pricing") instanceof Map<?, ?> pricing ? read(pricing) : Prices.NONE;
    }

    /** What is of another kind than a price is passed over. */
    public static Prices read(Map<?, ?> pricing) {
        EnumMap<PriceField, BigDecimal> rates = new EnumMap<>(PriceField.class);
        for (PriceField field : PriceField.values()) {
            decimal(pricing, field).ifPresent(rate -> rates.put(field, rate));
        }
        List<?> tiers = pricing.get("tiers") instanceof List<?> written ? written : List.of();
        return new Prices(
                rates, tiers.stream().flatMap(tier -> tier(tier).stream()).toList());
    }

    private static Optional<PriceTier> tier(Object written) {
        return written instanceof Map<?, ?> tier && tier.get("up_to_mtok") instanceof BigDecimal bound
                ? Optional.of(new PriceTier(
                        bound, decimal(tier, PriceField.INPUT_PER_MTOK), decimal(tier, PriceField.OUTPUT_PER_MTOK)))
                : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(Map<?, ?> written, PriceField field) {
        return written.get(field.key()) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }
}

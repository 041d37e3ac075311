package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices as the configuration file holds them: numbers by the keys of their fields, and a list of tiers. */
public final class MetadataPrices {
    private static final List<PriceField> ALL = List.of(PriceField.values());

    private MetadataPrices() {}

    /** Those of a model's metadata. */
    static Prices of(Map<String, Object> metadata) {
        return metadata.get("pricing") instanceof Map<?, ?> pricing ? read(pricing) : Prices.NONE;
    }

    /** What is of another kind than a price is passed over. */
    public static Prices read(Map<?, ?> pricing) {
        List<?> tiers = pricing.get("tiers") instanceof List<?> written ? written : List.of();
        return new Prices(
                rates(pricing, ALL),
                tiers.stream().flatMap(tier -> tier(tier).stream()).toList());
    }

    private static Optional<PriceTier> tier(Object written) {
        return written instanceof Map<?, ?> tier && tier.get("up_to_mtok") instanceof BigDecimal bound
                ? Optional.of(new PriceTier(bound, rates(tier, PriceTier.FIELDS)))
                : Optional.empty();
    }

    private static Map<PriceField, BigDecimal> rates(Map<?, ?> written, List<PriceField> fields) {
        EnumMap<PriceField, BigDecimal> rates = new EnumMap<>(PriceField.class);
        for (PriceField field : fields) {
            if (written.get(field.key()) instanceof BigDecimal rate) {
                rates.put(field, rate);
            }
        }
        return rates;
    }
}

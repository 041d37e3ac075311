package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prices that are known of a model, in the gateway's one currency.
 *
 * @param rates 0 or more each; a field that is not there is unknown, 0 is free
 * @param tiers by rising bound; empty where the flat rates apply to every call
 */
public record Prices(Map<PriceField, BigDecimal> rates, List<PriceTier> tiers) {
    /** Nothing is known. */
    public static final Prices NONE = new Prices(Map.of(), List.of());

    public Prices {
        EnumMap<PriceField, BigDecimal> plain = new EnumMap<>(PriceField.class);
        rates.forEach((field, rate) -> plain.put(field, Decimals.plain(rate)));
        rates = Collections.unmodifiableMap(plain);
        tiers = List.copyOf(tiers);
    }

    public Optional<BigDecimal> rate(PriceField field) {
        return Optional.ofNullable(rates.get(field));
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return rates.isEmpty() && tiers.isEmpty();
    }
}

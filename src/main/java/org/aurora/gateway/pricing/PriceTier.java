package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rates for calls with at most so many input tokens.
 *
 * @param upToMtok the most input tokens, in millions, itself included; above 0
 * @param rates some of {@link #FIELDS}; for one that is not there the flat rate applies
 */
public record PriceTier(BigDecimal upToMtok, Map<PriceField, BigDecimal> rates) {
    /** What a tier can have a rate for, in the order in which they are written. */
    public static final List<PriceField> FIELDS = List.of(
            PriceField.INPUT_PER_MTOK,
            PriceField.OUTPUT_PER_MTOK,
            PriceField.CACHED_INPUT_PER_MTOK,
            PriceField.CACHE_WRITE_PER_MTOK);

    public PriceTier {
        upToMtok = Decimals.plain(upToMtok);
        EnumMap<PriceField, BigDecimal> plain = new EnumMap<>(PriceField.class);
        rates.forEach((field, rate) -> plain.put(field, Decimals.plain(rate)));
        rates = Collections.unmodifiableMap(plain);
    }

    /** Whether a call with so many input tokens is within the bound. */
    boolean holds(long inputTokens) {
        return upToMtok.movePointRight(Decimals.MILLION).compareTo(BigDecimal.valueOf(inputTokens)) >= 0;
    }

    Optional<BigDecimal> rate(PriceField field) {
        return Optional.ofNullable(rates.get(field));
    }

    PriceTier without(Set<PriceField> fields) {
        EnumMap<PriceField, BigDecimal> left = new EnumMap<>(PriceField.class);
        left.putAll(rates);
        left.keySet().removeAll(fields);
        return new PriceTier(upToMtok, left);
    }

    boolean isEmpty() {
        return rates.isEmpty();
    }
}

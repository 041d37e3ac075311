package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code cost} of a model in models.dev's list, which gives prices for a million tokens. */
final class ModelsDevCost {
    /** The object in it that holds the rates for longer calls. */
    static final String LONGER_CALLS = "context_over_200k";

    private static final BigDecimal LONGER_THAN = new BigDecimal("0.2");

    private static final Map<String, PriceField> RATES = Map.of(
            "input", PriceField.INPUT_PER_MTOK,
            "output", PriceField.OUTPUT_PER_MTOK,
            "cache_read", PriceField.CACHED_INPUT_PER_MTOK,
            "cache_write", PriceField.CACHE_WRITE_PER_MTOK,
            "reasoning", PriceField.REASONING_OUTPUT_PER_MTOK,
            "input_audio", PriceField.AUDIO_INPUT_PER_MTOK,
            "output_audio", PriceField.AUDIO_OUTPUT_PER_MTOK);

    private static final Map<String, String> TYPES = Map.of("google", "gemini");

    private ModelsDevCost() {}

    static boolean isAmount(String field) {
        return RATES.containsKey(field);
    }

    static PriceList.Entry entryOf(String provider, String model) {
        return new PriceList.Entry(TYPES.getOrDefault(provider, provider), model);
    }

    static Prices prices(ListedRow cost, Optional<ListedRow> longer) {
        List<ListedRow.Step> steps = longer
                .filter(row -> !row.amounts().isEmpty())
                .map(row -> new ListedRow.Step(LONGER_THAN, tierRates(row)))
                .stream()
                .toList();
        return ListedRow.prices(rates(cost), steps);
    }

    private static EnumMap<PriceField, BigDecimal> rates(ListedRow row) {
        EnumMap<PriceField, BigDecimal> rates = new EnumMap<>(PriceField.class);
        row.amounts().forEach((field, amount) -> rates.put(RATES.get(field), amount));
        return rates;
    }

    private static Map<PriceField, BigDecimal> tierRates(ListedRow row) {
        EnumMap<PriceField, BigDecimal> rates = rates(row);
        rates.keySet().retainAll(PriceTier.FIELDS);
        return rates;
    }
}

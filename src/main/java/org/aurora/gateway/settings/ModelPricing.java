package org.aurora.gateway.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a model's prices. They stay decimal, since a cost must never pass through a binary fraction. */
final class ModelPricing {
    private static final String CURRENCY = "USD";
    private static final String BOUND = "up_to_mtok";
    private static final List<String> PRICES = List.of(
            "input_per_mtok",
            "output_per_mtok",
            "cached_input_per_mtok",
            "cache_write_per_mtok",
            "reasoning_output_per_mtok",
            "audio_input_per_mtok",
            "audio_output_per_mtok",
            "batch_input_per_mtok",
            "batch_output_per_mtok",
            "per_image",
            "input_per_image",
            "per_request",
            "per_second_input",
            "per_second_output",
            "per_character_input",
            "per_page");
    private static final List<String> KEYS =
            Stream.concat(Stream.of("currency", "tiers"), PRICES.stream()).toList();

    private ModelPricing() {}

    static Map<String, Object> read(YamlValue value) {
        Map<String, Object> pricing = new LinkedHashMap<>();
        value.section().allowing(KEYS).entries().forEach((key, entry) -> pricing.put(key, read(key, entry)));
        return Collections.unmodifiableMap(pricing);
    }

    private static Object read(String key, YamlValue value) {
        return switch (key) {
            case "currency" -> currency(value.text());
            case "tiers" -> tiers(value);
            default -> value.decimal();
        };
    }

    private static String currency(WrittenValue written) {
        if (!written.text().equals(CURRENCY)) {
            throw written.wrong(CURRENCY + ", the one currency of prices");
        }
        return CURRENCY;
    }

    private static List<Map<String, BigDecimal>> tiers(YamlValue value) {
        List<Map<String, BigDecimal>> tiers = new ArrayList<>();
        BigDecimal below = BigDecimal.ZERO;
        for (YamlValue item : value.list()) {
            YamlValue bound = item.section()
                    .allowing(BOUND, "input_per_mtok", "output_per_mtok")
                    .find(BOUND)
                    .orElseThrow(() -> item.place().refuse(BOUND + " is missing"));
            if (bound.decimal().compareTo(below) <= 0) {
                throw bound.scalar()
                        .wrong("above " + below.toPlainString() + "; each tier must end above the one before");
            }
            below = bound.decimal();
            tiers.add(tier(item.section()));
        }
        return List.copyOf(tiers);
    }

    private static Map<String, BigDecimal> tier(YamlSection section) {
        Map<String, BigDecimal> tier = new LinkedHashMap<>();
        section.entries().forEach((key, entry) -> tier.put(key, entry.decimal()));
        return Collections.unmodifiableMap(tier);
    }
}

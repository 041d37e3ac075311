package org.aurora.gateway.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aurora.gateway.pricing.PriceField;
import org.aurora.gateway.pricing.PriceTier;

/** Reads a model's prices. They stay decimal, since a cost must never pass through a binary fraction. */
final class ModelPricing {
    private static final int MOST_DIGITS = 15;
    static final String BOUND = "up_to_mtok";
    private static final List<String> KEYS = Stream.concat(Stream.of("currency", "tiers"), PriceField.keys().stream())
            .toList();

    private static final List<String> TIER_KEYS = Stream.concat(
                    Stream.of(BOUND), PriceTier.FIELDS.stream().map(PriceField::key))
            .toList();

    private ModelPricing() {}

    /** Reads what is written, in the order written; {@code currency} is the one that prices have to be in. */
    static Map<String, Object> read(YamlSection section, String currency) {
        Map<String, Object> pricing = new LinkedHashMap<>();
        section.allowing(KEYS).entries().forEach((key, entry) -> pricing.put(key, read(key, entry, currency)));
        return Collections.unmodifiableMap(pricing);
    }

    private static Object read(String key, YamlValue value, String currency) {
        return switch (key) {
            case "currency" -> currency(value.text(), currency);
            case "tiers" -> tiers(value);
            default -> price(value);
        };
    }

    /** Within what can be kept and written out in full. */
    private static BigDecimal price(YamlValue value) {
        BigDecimal price = value.decimal();
        BigDecimal stripped = price.stripTrailingZeros();
        if (stripped.scale() > MOST_DIGITS || stripped.precision() - stripped.scale() > MOST_DIGITS) {
            throw value.scalar()
                    .wrong("a price, which has at most " + MOST_DIGITS + " digits before the point and as many after");
        }
        return price;
    }

    private static String currency(WrittenValue written, String currency) {
        if (!written.text().equals(currency)) {
            throw written.wrong(currency + ", the one currency of prices");
        }
        return currency;
    }

    private static List<Map<String, BigDecimal>> tiers(YamlValue value) {
        List<Map<String, BigDecimal>> tiers = new ArrayList<>();
        BigDecimal below = BigDecimal.ZERO;
        for (YamlValue item : value.list()) {
            YamlValue bound = item.section().allowing(TIER_KEYS).find(BOUND).orElseThrow(() -> item.place()
                    .refuse(BOUND + " is missing"));
            if (price(bound).compareTo(below) <= 0) {
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
        section.entries().forEach((key, entry) -> tier.put(key, price(entry)));
        return Collections.unmodifiableMap(tier);
    }
}

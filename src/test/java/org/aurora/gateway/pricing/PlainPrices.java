package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Prices and counts written short: {@code input=3 per_image=0.04 tiers=0.2:1:2,1:3:4:0.5}, {@code in=10 out=5 cached=3}. */
final class PlainPrices {
    private static final Map<String, Unit> UNITS = Map.of(
            "images", Unit.IMAGES,
            "inputImages", Unit.INPUT_IMAGES,
            "inputSeconds", Unit.INPUT_SECONDS,
            "outputSeconds", Unit.OUTPUT_SECONDS,
            "characters", Unit.INPUT_CHARACTERS,
            "pages", Unit.PAGES);

    /** What stands in a tier after its bound, a dash for one that it does not have; the last ones may be left out. */
    private static final List<PriceField> IN_TIERS = List.of(
            PriceField.INPUT_PER_MTOK,
            PriceField.OUTPUT_PER_MTOK,
            PriceField.CACHED_INPUT_PER_MTOK,
            PriceField.CACHE_WRITE_PER_MTOK);

    private PlainPrices() {}

    static Prices prices(String written) {
        EnumMap<PriceField, BigDecimal> rates = new EnumMap<>(PriceField.class);
        List<PriceTier> tiers = new ArrayList<>();
        words(written).forEach((key, value) -> {
            if (key.equals("tiers")) {
                Arrays.stream(value.split(",", -1)).map(PlainPrices::tier).forEach(tiers::add);
            } else {
                rates.put(field(key), new BigDecimal(value));
            }
        });
        return new Prices(rates, tiers);
    }

    private static PriceField field(String key) {
        return PriceField.of(key).or(() -> PriceField.of(key + "_per_mtok")).orElseThrow();
    }

    private static PriceTier tier(String written) {
        String[] parts = written.split(":", -1);
        EnumMap<PriceField, BigDecimal> rates = new EnumMap<>(PriceField.class);
        for (int place = 1; place < parts.length; place++) {
            if (!parts[place].equals("-")) {
                rates.put(IN_TIERS.get(place - 1), new BigDecimal(parts[place]));
            }
        }
        return new PriceTier(new BigDecimal(parts[0]), rates);
    }

    static TokenCounts counts(String written) {
        Map<String, String> words = words(written);
        EnumMap<Unit, BigDecimal> units = new EnumMap<>(Unit.class);
        UNITS.forEach((word, unit) -> {
            if (words.containsKey(word)) {
                units.put(unit, new BigDecimal(words.get(word)));
            }
        });
        return new TokenCounts(
                count(words, "in"),
                count(words, "out"),
                count(words, "cached").orElse(0),
                count(words, "written").orElse(0),
                count(words, "reasoning").orElse(0),
                count(words, "audioIn").orElse(0),
                count(words, "audioOut").orElse(0),
                units,
                words.containsKey("batch"));
    }

    private static OptionalLong count(Map<String, String> words, String word) {
        return words.containsKey(word) ? OptionalLong.of(Long.parseLong(words.get(word))) : OptionalLong.empty();
    }

    private static Map<String, String> words(String written) {
        return Arrays.stream(written.split(" ", -1))
                .filter(word -> !word.isBlank())
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> word.length == 2 ? word[1] : ""));
    }
}

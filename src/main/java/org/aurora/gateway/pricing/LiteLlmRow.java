package org.aurora.gateway.pricing;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of LiteLLM's list, which gives prices for single tokens and names the provider in the row. */
final class LiteLlmRow {
    private static final Map<String, PriceField> PER_TOKEN = Map.ofEntries(
            entry("input_cost_per_token", PriceField.INPUT_PER_MTOK),
            entry("output_cost_per_token", PriceField.OUTPUT_PER_MTOK),
            entry("cache_read_input_token_cost", PriceField.CACHED_INPUT_PER_MTOK),
            entry("cache_creation_input_token_cost", PriceField.CACHE_WRITE_PER_MTOK),
            entry("output_cost_per_reasoning_token", PriceField.REASONING_OUTPUT_PER_MTOK),
            entry("input_cost_per_audio_token", PriceField.AUDIO_INPUT_PER_MTOK),
            entry("output_cost_per_audio_token", PriceField.AUDIO_OUTPUT_PER_MTOK),
            entry("input_cost_per_token_batches", PriceField.BATCH_INPUT_PER_MTOK),
            entry("output_cost_per_token_batches", PriceField.BATCH_OUTPUT_PER_MTOK));

    private static final Map<String, PriceField> PER_UNIT = Map.ofEntries(
            entry("output_cost_per_image", PriceField.PER_IMAGE),
            entry("input_cost_per_image", PriceField.INPUT_PER_IMAGE),
            entry("input_cost_per_request", PriceField.PER_REQUEST),
            entry("input_cost_per_query", PriceField.PER_REQUEST),
            entry("input_cost_per_second", PriceField.PER_SECOND_INPUT),
            entry("input_cost_per_audio_per_second", PriceField.PER_SECOND_INPUT),
            entry("output_cost_per_second", PriceField.PER_SECOND_OUTPUT),
            entry("input_cost_per_character", PriceField.PER_CHARACTER_INPUT),
            entry("ocr_cost_per_page", PriceField.PER_PAGE));

    private static final Pattern STEP = Pattern.compile("(\\w+)_above_(\\d{1,6})k_tokens");

    private static final Map<String, String> TYPES = Map.of(
            "text-completion-openai", "openai",
            "hosted_vllm", "vllm",
            "ollama_chat", "ollama",
            "oci", "oracle");

    private LiteLlmRow() {}

    static boolean isAmount(String field) {
        return PER_TOKEN.containsKey(field)
                || PER_UNIT.containsKey(field)
                || stepped(field).isPresent();
    }

    /** Which model of which type the row is about: its key, without the provider's name before it. */
    static PriceList.Entry entryOf(String key, String provider) {
        String prefix = provider + "/";
        return new PriceList.Entry(
                TYPES.getOrDefault(provider, provider), key.startsWith(prefix) ? key.substring(prefix.length()) : key);
    }

    static Prices prices(ListedRow row) {
        EnumMap<PriceField, BigDecimal> rates = new EnumMap<>(PriceField.class);
        row.amounts().forEach((field, amount) -> {
            Optional.ofNullable(PER_TOKEN.get(field)).ifPresent(price -> rates.put(price, perMillion(amount)));
            Optional.ofNullable(PER_UNIT.get(field)).ifPresent(price -> rates.put(price, amount));
        });
        // Of models that make pictures, the older rows have the price of each under the name for pictures sent.
        if (row.text("mode").filter("image_generation"::equals).isPresent()
                && row.amount("output_cost_per_image").isEmpty()) {
            Optional.ofNullable(rates.remove(PriceField.INPUT_PER_IMAGE))
                    .ifPresent(price -> rates.put(PriceField.PER_IMAGE, price));
        }
        return ListedRow.prices(rates, steps(row));
    }

    private static List<ListedRow.Step> steps(ListedRow row) {
        Map<Integer, EnumMap<PriceField, BigDecimal>> steps = new TreeMap<>();
        row.amounts().forEach((field, amount) -> stepped(field).ifPresent(stepped -> steps.computeIfAbsent(
                        stepped.thousands(), thousands -> new EnumMap<>(PriceField.class))
                .put(stepped.price(), perMillion(amount))));
        return steps.entrySet().stream()
                .map(step -> new ListedRow.Step(BigDecimal.valueOf(step.getKey(), 3), step.getValue()))
                .toList();
    }

    /** What a field prices in calls above so many thousand tokens; empty where it is not about such calls. */
    private static Optional<Stepped> stepped(String field) {
        Matcher step = STEP.matcher(field);
        return step.matches()
                ? Optional.ofNullable(PER_TOKEN.get(step.group(1)))
                        .filter(PriceTier.FIELDS::contains)
                        .map(price -> new Stepped(price, Integer.parseInt(step.group(2))))
                : Optional.empty();
    }

    private static BigDecimal perMillion(BigDecimal perToken) {
        return perToken.movePointRight(Decimals.MILLION);
    }

    private record Stepped(PriceField price, int thousands) {}
}

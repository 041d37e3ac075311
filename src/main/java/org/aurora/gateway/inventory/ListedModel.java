package org.aurora.gateway.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of a provider's list. Providers agree on little beyond the id, so whatever says the same thing is read
 * under any of its names, and what is not understood is passed over.
 *
 * @param element a text, or an object's fields: texts, {@code Boolean}, {@code Long}, {@code BigDecimal}, lists, maps
 */
record ListedModel(Object element) {
    private static final int MOST_ENTRIES = 64;
    private static final int LONGEST_TEXT = 256;
    private static final Map<String, String> MODES = Map.of(
            "chat_completion", "chat",
            "completion_chat", "chat",
            "completion", "completion",
            "embeddings", "embedding",
            "generateContent", "chat",
            "embedContent", "embedding");

    /** The id as the provider writes it; empty where there is none. */
    String id() {
        if (element instanceof String text) {
            return text;
        }
        return Stream.of("id", "name", "model")
                .flatMap(name -> text(fields(), name).stream())
                .findFirst()
                .orElse("");
    }

    Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        displayName().ifPresent(name -> metadata.put("display_name", name));
        count(
                        fields(),
                        "context_window",
                        "context_length",
                        "max_context_length",
                        "max_model_len",
                        "inputTokenLimit",
                        "max_input_tokens")
                .ifPresent(tokens -> metadata.put("context_window", tokens));
        count(fields(), "max_output_tokens", "max_completion_tokens", "outputTokenLimit", "max_tokens")
                .or(() -> count(map("top_provider"), "max_completion_tokens"))
                .ifPresent(tokens -> metadata.put("max_output_tokens", tokens));
        put(metadata, "modes", modes());
        Map<String, Object> capabilities = only(map("capabilities"), Boolean.class);
        if (!capabilities.isEmpty()) {
            metadata.put("capabilities", capabilities);
        }
        Map<String, Object> pricing = prices(map("pricing"));
        if (!pricing.isEmpty()) {
            metadata.put("upstream_pricing", pricing);
        }
        return metadata;
    }

    private static void put(Map<String, Object> metadata, String key, List<String> values) {
        if (!values.isEmpty()) {
            metadata.put(key, values);
        }
    }

    private Optional<String> displayName() {
        return Stream.of("display_name", "displayName", "name")
                .flatMap(name -> text(fields(), name).stream())
                .filter(name -> !name.isBlank() && !name.equals(id()) && name.length() <= LONGEST_TEXT)
                .filter(name -> name.chars().noneMatch(Character::isISOControl))
                .findFirst();
    }

    private List<String> modes() {
        List<String> said = texts(fields().get("modes"));
        if (!said.isEmpty()) {
            return said;
        }
        Stream<String> capable = map("capabilities").entrySet().stream()
                .filter(entry -> Boolean.TRUE.equals(entry.getValue()))
                .map(Map.Entry::getKey);
        return Stream.concat(capable, texts(fields().get("supportedGenerationMethods")).stream())
                .flatMap(name -> Optional.ofNullable(MODES.get(name)).stream())
                .distinct()
                .toList();
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.stream()
                    .filter(item -> item instanceof String text && text.length() <= LONGEST_TEXT)
                    .limit(MOST_ENTRIES)
                    .forEach(item -> texts.add((String) item));
        }
        return texts;
    }

    private static Optional<Long> count(Map<String, Object> from, String... names) {
        return Stream.of(names)
                .flatMap(name -> Optional.ofNullable(from.get(name)).stream())
                .filter(value -> value instanceof Long number && number > 0)
                .map(Long.class::cast)
                .findFirst();
    }

    private static Optional<String> text(Map<String, Object> from, String name) {
        return from.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** As written: providers give some prices as numbers and some as texts, so as to keep them exact. */
    private static Map<String, Object> prices(Map<String, Object> from) {
        Map<String, Object> prices = new LinkedHashMap<>();
        from.forEach((name, value) -> {
            boolean price = value instanceof Long
                    || value instanceof BigDecimal
                    || (value instanceof String text && text.length() <= LONGEST_TEXT);
            if (price && prices.size() < MOST_ENTRIES) {
                prices.put(name, value);
            }
        });
        return prices;
    }

    private static Map<String, Object> only(Map<String, Object> from, Class<?> type) {
        Map<String, Object> kept = new LinkedHashMap<>();
        from.forEach((name, value) -> {
            if (type.isInstance(value) && kept.size() < MOST_ENTRIES && name.length() <= LONGEST_TEXT) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private Map<String, Object> fields() {
        return asMap(element);
    }

    private Map<String, Object> map(String name) {
        return asMap(fields().get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}

package org.aurora.gateway.pricing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields of one JSON object that matter for prices: texts, and numbers as they are written. Everything else is read
 * over, so that no row takes more room than its prices do.
 */
final class ListedRow {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    private boolean bad;

    /** Takes the field whose value the parser is at; objects and arrays are read over. */
    void take(String field, JsonParser parser, Predicate<String> isAmount) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            bad |= isAmount.test(field);
        } else if (isAmount.test(field)) {
            takeAmount(field, token, parser);
        } else if (token == JsonToken.VALUE_STRING && (field.equals("litellm_provider") || field.equals("mode"))) {
            texts.put(field, parser.getText());
        }
    }

    private void takeAmount(String field, JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        Optional<BigDecimal> amount = token.isNumeric() ? ListedAmount.of(parser.getText()) : Optional.empty();
        amount.ifPresent(number -> amounts.put(field, number));
        bad |= amount.isEmpty();
    }

    /** Whether a price in it was none, so that nothing in it can be relied on. */
    boolean bad() {
        return bad;
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(texts.get(field));
    }

    Optional<BigDecimal> amount(String field) {
        return Optional.ofNullable(amounts.get(field));
    }

    Map<String, BigDecimal> amounts() {
        return amounts;
    }

    /** The prices of a row whose flat rates and steps were read. */
    static Prices prices(EnumMap<PriceField, BigDecimal> rates, List<Step> steps) {
        if (steps.isEmpty()) {
            return new Prices(rates, List.of());
        }
        List<PriceTier> tiers = new ArrayList<>();
        // Flat rates for the cache hold of themselves until a step has others, so no tier needs to repeat them.
        EnumMap<PriceField, BigDecimal> current = new EnumMap<>(rates);
        current.keySet().retainAll(Set.of(PriceField.INPUT_PER_MTOK, PriceField.OUTPUT_PER_MTOK));
        for (Step step : steps) {
            tiers.add(new PriceTier(step.above(), current));
            current.putAll(step.rates());
        }
        tiers.add(new PriceTier(Step.NO_BOUND, current));
        return new Prices(rates, tiers);
    }

    /**
     * Other rates for calls above a bound.
     *
     * @param above in millions of input tokens
     * @param rates those of a tier that it changes; the others stay those of the step before
     */
    record Step(BigDecimal above, Map<PriceField, BigDecimal> rates) {
        /** Of the last tier, which prices whatever is above the one before it. */
        static final BigDecimal NO_BOUND = BigDecimal.valueOf(1_000_000);
    }
}

package org.aurora.gateway.pricing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.model.ModelText;

/**
 * Reads a public list of prices, LiteLLM's {@code model_prices_and_context_window.json} or models.dev's {@code
 * api.json}, told apart by what is in it. A row of which any price is none is passed over and counted. Nothing of the
 * document is held but its prices.
 */
public final class PriceListReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(100_000).build())
            // No JSON, but some writers do it; it is that row's fault and not the list's.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    /** LiteLLM's list begins with a row that explains the others. */
    private static final String EXPLANATION = "sample_spec";

    private final JsonParser parser;
    private final Map<PriceList.Entry, Prices> prices = new HashMap<>();
    private int skipped;

    private PriceListReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * What came of reading.
     *
     * @param skipped how many rows were passed over
     */
    public record Result(PriceList list, int skipped) {}

    /**
     * Reads a whole document.
     *
     * @throws IOException where it is not JSON, or has no price in either of the two formats
     */
    public static Result read(InputStream document) throws IOException {
        try (JsonParser parser = JSON.createParser(document)) {
            return new PriceListReader(parser).read();
        }
    }

    private Result read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("the list is not a JSON object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readEntry(key);
            } else {
                parser.skipChildren();
                skipped++;
            }
        }
        if (parser.nextToken() != null) {
            throw new IOException("there is something behind the list's end");
        }
        if (prices.isEmpty()) {
            throw new IOException("the list has no price in a format that is known");
        }
        return new Result(PriceList.of(prices), skipped);
    }

    /** One of LiteLLM's models, or one of models.dev's providers with all its models. */
    private void readEntry(String key) throws IOException {
        ListedRow row = new ListedRow();
        boolean provider = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT && field.equals("models")) {
                provider = true;
                readModels(key);
            } else {
                row.take(field, parser, LiteLlmRow::isAmount);
            }
        }
        Optional<String> of = row.text("litellm_provider");
        if (provider || key.equals(EXPLANATION)) {
            return;
        }
        if (row.bad() || of.isEmpty()) {
            skipped++;
        } else {
            add(LiteLlmRow.entryOf(key, of.get()), LiteLlmRow.prices(row));
        }
    }

    private void readModels(String provider) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String model = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readModel(provider, model);
            } else {
                parser.skipChildren();
                skipped++;
            }
        }
    }

    private void readModel(String provider, String model) throws IOException {
        boolean bad = false;
        Optional<Prices> read = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (field.equals("cost") && token == JsonToken.START_OBJECT) {
                read = readCost();
                bad = read.isEmpty();
            } else {
                bad |= field.equals("cost") && token != JsonToken.VALUE_NULL;
                parser.skipChildren();
            }
        }
        if (bad) {
            skipped++;
        } else {
            read.ifPresent(found -> add(ModelsDevCost.entryOf(provider, model), found));
        }
    }

    /** The prices; empty where one of them is none. */
    private Optional<Prices> readCost() throws IOException {
        ListedRow cost = new ListedRow();
        Optional<ListedRow> longer = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT && field.equals(ModelsDevCost.LONGER_CALLS)) {
                longer = Optional.of(readAmounts());
            } else {
                cost.take(field, parser, ModelsDevCost::isAmount);
            }
        }
        boolean bad = cost.bad() || longer.filter(ListedRow::bad).isPresent();
        return bad ? Optional.empty() : Optional.of(ModelsDevCost.prices(cost, longer));
    }

    private ListedRow readAmounts() throws IOException {
        ListedRow row = new ListedRow();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            row.take(field, parser, ModelsDevCost::isAmount);
        }
        return row;
    }

    private void add(PriceList.Entry entry, Prices found) {
        if (ModelText.problem(entry.model()).isPresent()
                || ModelText.problem(entry.type()).isPresent()) {
            skipped++;
        } else if (!found.isEmpty()) {
            prices.putIfAbsent(entry, found);
        }
    }
}

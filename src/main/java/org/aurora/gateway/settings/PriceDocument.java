package org.aurora.gateway.settings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aurora.gateway.pricing.MetadataPrices;
import org.aurora.gateway.pricing.PriceField;
import org.aurora.gateway.pricing.PriceTier;
import org.aurora.gateway.pricing.PriceTimeline;
import org.aurora.gateway.pricing.Prices;

/** What is stored about a model's price, as JSON: what the admin API takes and what the journal keeps. */
public final class PriceDocument {
    /** How many entries a model's timeline may have. */
    public static final int MOST_ENTRIES = 200;

    /** What a view says beyond the entry in force; sent back, it is passed over. */
    private static final Set<String> VIEW_ONLY = Set.of(
            "selector",
            "provider_name",
            "model",
            "known",
            "unpriced",
            "entries",
            "base",
            "effective",
            "warnings",
            "managed",
            "version",
            "updated_at",
            "updated_by");

    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private PriceDocument() {}

    /** An entry as a request writes it; without a moment it is in force from now on. */
    public record Entry(Prices prices, Optional<Instant> validFrom) {}

    /**
     * Reads the body of a request strictly.
     *
     * @throws ConfigurationException naming the line, the key and what is allowed
     */
    public static Entry readEntry(String json, String currency) {
        YamlSection body = JsonDocument.section(json, VIEW_ONLY).withoutNulls().allowing("pricing", "valid_from");
        return new Entry(
                prices(body, currency),
                body.find("valid_from").map(YamlValue::text).map(MomentText::read));
    }

    /**
     * Reads a moment.
     *
     * @param place where it was given, as the beginning of a sentence
     * @throws ConfigurationException where it is none
     */
    public static Instant readMoment(String text, String place) {
        return MomentText.read(new WrittenValue(text, text, new Place(place)));
    }

    /**
     * Reads what the journal keeps.
     *
     * @throws ConfigurationException where it is not that, or not in this currency
     */
    public static PriceTimeline read(String selector, String json, String currency) {
        return read(selector, JsonDocument.section(json, Set.of()), currency);
    }

    /**
     * The same for one in whatever currency, as history may show it.
     *
     * @throws ConfigurationException where it is not that
     */
    public static void require(String selector, String json) {
        YamlSection section = JsonDocument.section(json, Set.of());
        String currency = section.find("entries").stream()
                .flatMap(entries -> entries.list().stream())
                .flatMap(entry -> entry.section().section("pricing").text("currency").stream())
                .map(WrittenValue::text)
                .findFirst()
                .orElse("");
        read(selector, section, currency);
    }

    static PriceTimeline read(String selector, YamlSection section, String currency) {
        requireSelector(selector);
        PriceTimeline timeline = PriceTimeline.EMPTY;
        YamlValue entries = section.allowing("entries").find("entries").orElseThrow(() -> section.place()
                .refuse("entries is missing"));
        for (YamlValue item : entries.list()) {
            YamlSection entry = item.section().allowing("valid_from", "pricing");
            YamlValue from =
                    entry.find("valid_from").orElseThrow(() -> item.place().refuse("valid_from is missing"));
            timeline = timeline.with(MomentText.read(from.text()), prices(entry, currency));
        }
        return limited(timeline);
    }

    private static Prices prices(YamlSection body, String currency) {
        YamlSection pricing = body.find("pricing")
                .orElseThrow(() -> body.place().refuse("pricing is missing"))
                .section()
                .withoutNulls();
        return MetadataPrices.read(ModelPricing.read(pricing, currency));
    }

    /**
     * The timeline unchanged.
     *
     * @throws ConfigurationException where it has too many entries
     */
    public static PriceTimeline limited(PriceTimeline timeline) {
        if (timeline.entries().size() > MOST_ENTRIES) {
            throw new ConfigurationException("the prices of a model have at most " + MOST_ENTRIES
                    + " entries; delete those that no report needs any more");
        }
        return timeline;
    }

    /**
     * Makes sure that a text can name one model of one provider, whether or not there is such a provider.
     *
     * @throws ConfigurationException where it cannot
     */
    public static void requireSelector(String selector) {
        int slash = selector.indexOf('/');
        if (slash < 0
                || !PROVIDER.matcher(selector.substring(0, slash)).matches()
                || ModelIds.problem(selector.substring(slash + 1)).isPresent()) {
            throw new ConfigurationException("the selector " + Place.quote(selector)
                    + " names no model of one provider; prices are stored under provider/model");
        }
    }

    /** The canonical document of a timeline. */
    public static String write(PriceTimeline timeline, String currency) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("entries");
            for (Map.Entry<Instant, Prices> entry : timeline.entries().entrySet()) {
                json.writeStartObject();
                json.writeStringField("valid_from", entry.getKey().toString());
                json.writeFieldName("pricing");
                writePrices(json, entry.getValue(), currency);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void writePrices(JsonGenerator json, Prices prices, String currency) throws IOException {
        json.writeStartObject();
        writeFields(json, prices, currency);
        json.writeEndObject();
    }

    /** Writes prices into the object that is open, each number in full. */
    public static void writeFields(JsonGenerator json, Prices prices, String currency) throws IOException {
        json.writeStringField("currency", currency);
        writeRates(json, prices.rates());
        if (!prices.tiers().isEmpty()) {
            json.writeArrayFieldStart("tiers");
            for (PriceTier tier : prices.tiers()) {
                writeTier(json, tier);
            }
            json.writeEndArray();
        }
    }

    private static void writeTier(JsonGenerator json, PriceTier tier) throws IOException {
        json.writeStartObject();
        number(json, ModelPricing.BOUND, tier.upToMtok());
        writeRates(json, tier.rates());
        json.writeEndObject();
    }

    private static void writeRates(JsonGenerator json, Map<PriceField, BigDecimal> rates) throws IOException {
        for (Map.Entry<PriceField, BigDecimal> rate : rates.entrySet()) {
            number(json, rate.getKey().key(), rate.getValue());
        }
    }

    private static void number(JsonGenerator json, String key, BigDecimal number) throws IOException {
        json.writeFieldName(key);
        json.writeNumber(number.toPlainString());
    }
}

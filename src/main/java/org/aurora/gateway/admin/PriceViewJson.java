package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.live.SettingsState;
import org.aurora.gateway.model.Layer;
import org.aurora.gateway.pricing.EffectivePrices;
import org.aurora.gateway.pricing.PriceField;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.Prices;
import org.aurora.gateway.settings.PriceDocument;

/** A model's price as the admin API shows it. */
final class PriceViewJson {
    private PriceViewJson() {}

    static void write(JsonGenerator json, String selector, SettingsState state) throws IOException {
        Instant now = Instant.now();
        PriceView view = PriceView.of(state.snapshot(), selector, now);
        String currency = state.snapshot().pricing().currency();
        json.writeStartObject();
        json.writeStringField("selector", selector);
        json.writeStringField("provider_name", view.model().provider());
        json.writeStringField("model", view.model().model());
        json.writeBooleanField("known", view.known());
        json.writeBooleanField("unpriced", view.effective().isEmpty());
        Optional<Instant> from = view.stored().validFrom(now);
        json.writeStringField("valid_from", from.map(Instant::toString).orElse(null));
        json.writeFieldName("pricing");
        writePrices(json, view.stored().at(now), currency);
        writeEntries(json, view.stored().entries(), currency);
        json.writeFieldName("base");
        writePrice(json, Optional.of(view.base()), currency);
        json.writeFieldName("effective");
        writePrice(json, Optional.of(view.effective()), currency);
        SettingView.writeStrings(json, "warnings", view.warnings());
        SettingView.writeOrigin(json, Layer.STORED, new SettingName(SettingKind.PRICE, selector), state);
        json.writeEndObject();
    }

    private static void writeEntries(JsonGenerator json, Map<Instant, Prices> entries, String currency)
            throws IOException {
        json.writeArrayFieldStart("entries");
        for (Map.Entry<Instant, Prices> entry : entries.entrySet()) {
            json.writeStartObject();
            json.writeStringField("valid_from", entry.getKey().toString());
            json.writeFieldName("pricing");
            writePrices(json, Optional.of(entry.getValue()), currency);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writePrices(JsonGenerator json, Optional<Prices> prices, String currency) throws IOException {
        if (prices.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        PriceDocument.writeFields(json, prices.get(), currency);
        json.writeEndObject();
    }

    /** Writes prices with where each is from; that nothing is known is said, and null means that nothing is asked. */
    static void writePrice(JsonGenerator json, Optional<EffectivePrices> price, String currency) throws IOException {
        if (price.isEmpty()) {
            json.writeNull();
            return;
        }
        EffectivePrices effective = price.get();
        json.writeStartObject();
        json.writeBooleanField("unpriced", effective.isEmpty());
        if (!effective.isEmpty()) {
            PriceDocument.writeFields(json, effective.prices(), currency);
        }
        json.writeObjectFieldStart("sources");
        for (Map.Entry<PriceField, PriceSource> source : effective.sources().entrySet()) {
            json.writeStringField(source.getKey().key(), source.getValue().text());
        }
        if (effective.tiersSource().isPresent()) {
            json.writeStringField("tiers", effective.tiersSource().get().text());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}

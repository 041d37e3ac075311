package org.aurora.gateway.spool;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.UnpricedReason;

/** The cost of a recorded call in its line. */
final class CostJson {
    private static final String INPUT = "input_cost";
    private static final String OUTPUT = "output_cost";
    private static final String SOURCE = "price_source";
    private static final String STATED = "stated_cost";
    private static final String UNPRICED = "unpriced_reason";
    private static final String UNCHARGED = "uncharged";

    private CostJson() {}

    static void write(JsonGenerator json, Cost cost) throws IOException {
        if (cost instanceof Cost.Priced priced) {
            json.writeStringField(INPUT, priced.input().toString());
            json.writeStringField(OUTPUT, priced.output().toString());
            json.writeStringField(SOURCE, priced.strongest().text());
        } else if (cost instanceof Cost.Stated stated) {
            json.writeStringField(STATED, stated.total().toString());
        } else if (cost instanceof Cost.Unpriced unpriced) {
            json.writeStringField(UNPRICED, unpriced.reason().text());
        } else {
            json.writeBooleanField(UNCHARGED, true);
        }
    }

    static Cost read(JsonNode json) {
        if (json.has(SOURCE)) {
            return new Cost.Priced(
                    amount(json, INPUT),
                    amount(json, OUTPUT),
                    PriceSource.valueOf(json.required(SOURCE).asText().toUpperCase(Locale.ROOT)));
        }
        if (json.has(STATED)) {
            return new Cost.Stated(amount(json, STATED));
        }
        if (json.has(UNPRICED)) {
            return new Cost.Unpriced(
                    UnpricedReason.valueOf(json.required(UNPRICED).asText().toUpperCase(Locale.ROOT)));
        }
        if (json.path(UNCHARGED).asBoolean()) {
            return new Cost.Uncharged();
        }
        throw new IllegalArgumentException("no cost, and no word why");
    }

    private static BigDecimal amount(JsonNode json, String field) {
        return new BigDecimal(json.required(field).asText());
    }
}

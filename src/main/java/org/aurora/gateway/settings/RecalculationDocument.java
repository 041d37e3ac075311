package org.aurora.gateway.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which recorded calls somebody wants priced anew.
 *
 * @param start the first day, by UTC
 * @param end the last day, by UTC, not before the first
 * @param selector the models that it is about; empty for all
 * @param dryRun whether nothing is to be changed
 * @param mayUnprice whether calls lose the cost they have where no price is known now
 */
public record RecalculationDocument(
        LocalDate start, LocalDate end, Optional<String> selector, boolean dryRun, boolean mayUnprice) {
    /**
     * Reads the body of a request strictly.
     *
     * @throws ConfigurationException naming the line, the key and what is allowed
     */
    public static RecalculationDocument read(String json) {
        YamlSection body = JsonDocument.section(json, Set.of())
                .withoutNulls()
                .allowing("start_date", "end_date", "selector", "dry_run", "may_unprice");
        LocalDate start = date(body, "start_date");
        LocalDate end = date(body, "end_date");
        if (start.isAfter(end)) {
            throw body.place().refuse("start_date is after end_date");
        }
        return new RecalculationDocument(
                start,
                end,
                body.find("selector").map(RecalculationDocument::selector),
                body.flag("dry_run", false),
                body.flag("may_unprice", false));
    }

    private static String selector(YamlValue value) {
        WrittenValue written = value.text();
        if (written.text().isEmpty()) {
            throw written.wrong("a provider/, provider/model, model id, or / for all");
        }
        return written.text();
    }

    private static LocalDate date(YamlSection body, String key) {
        WrittenValue written = body.find(key)
                .orElseThrow(() -> body.place().refuse(key + " is missing; give a date such as 2026-02-28"))
                .text();
        try {
            if (written.text().matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(written.text());
            }
        } catch (DateTimeException e) {
            // Said below, as for any other text.
        }
        throw written.wrong("a date such as 2026-02-28");
    }
}

package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.accounting.UsageGroup;
import org.aurora.gateway.accounting.UsageGrouping;
import org.aurora.gateway.accounting.UsageSums;

/** Sums of usage as the admin API shows them. Costs are decimals in strings; one that is not known is null. */
final class UsageJson {
    private UsageJson() {}

    static void summary(JsonGenerator json, UsageSums sums) throws IOException {
        json.writeStartObject();
        json.writeNumberField("total_requests", sums.requests());
        json.writeNumberField("total_input_tokens", sums.inputTokens());
        json.writeNumberField("total_output_tokens", sums.outputTokens());
        json.writeNumberField("total_tokens", sums.totalTokens());
        json.writeNumberField("total_cached_input_tokens", sums.cachedInputTokens());
        money(json, "total_input_cost", sums.inputCost());
        money(json, "total_output_cost", sums.outputCost());
        money(json, "total_cost", sums.totalCost());
        json.writeNumberField("unpriced_requests", sums.unpriced());
        json.writeEndObject();
    }

    static void group(JsonGenerator json, UsageGrouping by, UsageGroup group) throws IOException {
        UsageSums sums = group.sums();
        json.writeStartObject();
        names(json, by, group);
        json.writeNumberField("requests", sums.requests());
        json.writeNumberField("input_tokens", sums.inputTokens());
        json.writeNumberField("output_tokens", sums.outputTokens());
        json.writeNumberField("total_tokens", sums.totalTokens());
        json.writeNumberField("cached_input_tokens", sums.cachedInputTokens());
        money(json, "input_cost", sums.inputCost());
        money(json, "output_cost", sums.outputCost());
        money(json, "total_cost", sums.totalCost());
        json.writeNumberField("unpriced_requests", sums.unpriced());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, UsageGrouping by, UsageGroup group) throws IOException {
        switch (by) {
            case NOTHING -> {}
            case DAY ->
                json.writeStringField(
                        "date", LocalDate.ofEpochDay(group.period()).toString());
            case HOUR ->
                json.writeStringField(
                        "hour",
                        Instant.ofEpochSecond(TimeUnit.HOURS.toSeconds(group.period()))
                                .toString());
            case MODEL -> {
                json.writeStringField("provider", group.provider());
                json.writeStringField("model", group.model());
            }
            case ALIAS -> json.writeStringField("alias", group.name());
            case USER_PATH -> json.writeStringField("user_path", group.name().isEmpty() ? null : group.name());
            case KEY -> json.writeStringField("key_id", group.name());
        }
    }

    static void money(JsonGenerator json, String field, Optional<BigDecimal> amount) throws IOException {
        json.writeStringField(field, amount.map(BigDecimal::toPlainString).orElse(null));
    }
}

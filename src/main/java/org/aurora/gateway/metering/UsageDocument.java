package org.aurora.gateway.metering;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/** A record as hooks get it. Its members are public API: docs/extending.md lists them. */
final class UsageDocument {
    private UsageDocument() {}

    static byte[] of(UsageEvent event) {
        return JsonAnswer.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("id", event.id());
            json.writeStringField("time", event.at().toString());
            json.writeStringField("request_id", event.requestId());
            json.writeStringField("key", event.caller().key());
            text(json, "user_path", event.caller().userPath());
            models(json, event.models());
            outcome(json, event.outcome());
            counts(json, event.counts());
            cost(json, event);
            json.writeEndObject();
        });
    }

    private static void models(JsonGenerator json, UsageModels models) throws IOException {
        text(json, "original_model", models.original());
        json.writeArrayFieldStart("alias_chain");
        for (String alias : models.aliasChain()) {
            json.writeString(alias);
        }
        json.writeEndArray();
        text(json, "provider", models.request().map(ProviderModel::provider));
        text(json, "request_model", models.request().map(ProviderModel::model));
        text(json, "response_model", models.response());
    }

    private static void outcome(JsonGenerator json, UsageOutcome outcome) throws IOException {
        json.writeStringField("operation", outcome.operation());
        json.writeBooleanField("stream", outcome.stream());
        json.writeNumberField("status", outcome.status());
        text(json, "error_code", outcome.errorCode());
        json.writeBooleanField("partial", outcome.partial());
        Optional<Duration> first = outcome.timeToFirstByte();
        if (first.isPresent()) {
            json.writeNumberField("time_to_first_byte_ms", first.get().toMillis());
        } else {
            json.writeNullField("time_to_first_byte_ms");
        }
        json.writeNumberField("duration_ms", outcome.duration().toMillis());
    }

    private static void counts(JsonGenerator json, TokenCounts counts) throws IOException {
        tokens(json, "input_tokens", counts.input());
        tokens(json, "output_tokens", counts.output());
        json.writeNumberField("cached_input_tokens", counts.cachedInput());
        json.writeNumberField("cache_write_tokens", counts.cacheWrite());
        json.writeNumberField("reasoning_tokens", counts.reasoning());
        json.writeNumberField("audio_input_tokens", counts.audioInput());
        json.writeNumberField("audio_output_tokens", counts.audioOutput());
    }

    private static void cost(JsonGenerator json, UsageEvent event) throws IOException {
        amount(json, "input_cost", event.cost().inputCost());
        amount(json, "output_cost", event.cost().outputCost());
        amount(json, "total_cost", event.cost().totalCost());
        amount(json, "upstream_cost", event.upstreamCost());
        text(json, "price_source", event.cost().source().map(PriceSource::text));
        text(json, "unpriced_reason", event.cost().unpricedReason().map(UnpricedReason::text));
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
        json.writeFieldName(name);
        if (text.isPresent()) {
            json.writeString(text.get());
        } else {
            json.writeNull();
        }
    }

    private static void tokens(JsonGenerator json, String name, OptionalLong count) throws IOException {
        json.writeFieldName(name);
        if (count.isPresent()) {
            json.writeNumber(count.getAsLong());
        } else {
            json.writeNull();
        }
    }

    /** As text: a number would pass through a binary float with whoever reads it. */
    private static void amount(JsonGenerator json, String name, Optional<BigDecimal> amount) throws IOException {
        text(json, name, amount.map(BigDecimal::toPlainString));
    }
}

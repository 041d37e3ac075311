package org.aurora.gateway.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.accounting.CallLog;
import org.aurora.gateway.accounting.UsageQuery;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/** Answers with single calls of {@code usageQuery}, the newest first. */
public final class ShowUsageLog implements Processor {
    private final CallLog log;

    public ShowUsageLog(CallLog log) {
        this.log = log;
    }

    @Override
    public void process(Exchange exchange) {
        UsageQuery query = exchange.getVariable("usageQuery", UsageQuery.class);
        CallLog.Page page = UsageDatabase.ask(() -> log.page(query));
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
            for (UsageEvent entry : page.entries()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeNumberField("total", page.total());
            json.writeBooleanField("total_capped", page.capped());
            json.writeNumberField("limit", query.limit());
            json.writeNumberField("offset", query.offset());
            json.writeEndObject();
        }));
    }

    private static void write(JsonGenerator json, UsageEvent entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id());
        json.writeStringField("time", entry.at().toString());
        json.writeStringField("request_id", entry.requestId());
        json.writeStringField("key_id", entry.caller().key());
        json.writeStringField("user_path", entry.caller().userPath().orElse(null));
        write(json, entry.models());
        write(json, entry.outcome());
        write(json, entry.counts());
        write(json, entry.cost());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, UsageModels models) throws IOException {
        json.writeStringField("original_model", models.original().orElse(null));
        json.writeArrayFieldStart("alias_chain");
        for (String alias : models.aliasChain()) {
            json.writeString(alias);
        }
        json.writeEndArray();
        json.writeStringField(
                "provider", models.request().map(ProviderModel::provider).orElse(null));
        json.writeStringField(
                "request_model", models.request().map(ProviderModel::model).orElse(null));
        json.writeStringField("response_model", models.response().orElse(null));
    }

    private static void write(JsonGenerator json, UsageOutcome outcome) throws IOException {
        json.writeStringField("operation", outcome.operation());
        json.writeBooleanField("stream", outcome.stream());
        json.writeNumberField("status", outcome.status());
        json.writeStringField("error_code", outcome.errorCode().orElse(null));
        json.writeBooleanField("partial", outcome.partial());
        json.writeFieldName("time_to_first_byte_ms");
        milliseconds(json, outcome.timeToFirstByte());
        json.writeFieldName("duration_ms");
        milliseconds(json, Optional.of(outcome.duration()));
    }

    private static void milliseconds(JsonGenerator json, Optional<Duration> time) throws IOException {
        if (time.isPresent()) {
            json.writeNumber(BigDecimal.valueOf(time.get().toNanos() / 1_000, 3));
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, TokenCounts counts) throws IOException {
        json.writeFieldName("input_tokens");
        tokens(json, counts.input());
        json.writeFieldName("output_tokens");
        tokens(json, counts.output());
        json.writeNumberField("cached_input_tokens", counts.cachedInput());
        json.writeNumberField("reasoning_tokens", counts.reasoning());
    }

    private static void tokens(JsonGenerator json, OptionalLong count) throws IOException {
        if (count.isPresent()) {
            json.writeNumber(count.getAsLong());
        } else {
            json.writeNull();
        }
    }

    private static void write(JsonGenerator json, Cost cost) throws IOException {
        UsageJson.money(json, "input_cost", cost.inputCost());
        UsageJson.money(json, "output_cost", cost.outputCost());
        UsageJson.money(json, "total_cost", cost.totalCost());
        json.writeStringField(
                "price_source", cost.source().map(PriceSource::text).orElse(null));
        json.writeStringField(
                "unpriced_reason",
                cost.unpricedReason().map(UnpricedReason::text).orElse(null));
    }
}

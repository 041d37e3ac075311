package org.aurora.gateway.spool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.pricing.Unit;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/**
 * One recorded call as JSON, on one line and in ASCII. Decimals are text, so that no reader makes a binary float of one.
 * What is not known is left out, and so is what is usual: 0, false, an empty list. Readers pass over fields that they do not
 * know, so later versions may add some; {@code v} counts up where an old reader would misunderstand what it reads.
 */
final class UsageEventJson {
    private static final int VERSION = 1;
    private static final JsonFactory ASCII =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final ObjectMapper JSON = JsonMapper.builder(ASCII).build();

    private UsageEventJson() {}

    static byte[] write(UsageEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = ASCII.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            json.writeStringField("id", event.id());
            json.writeStringField("at", event.at().toString());
            json.writeStringField("request_id", event.requestId());
            json.writeStringField("key", event.caller().key());
            text(json, "user_path", event.caller().userPath());
            models(json, event.models());
            outcome(json, event.outcome());
            counts(json, event.counts());
            text(json, "upstream_cost", event.upstreamCost().map(BigDecimal::toString));
            CostJson.write(json, event.cost());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void models(JsonGenerator json, UsageModels models) throws IOException {
        text(json, "original_model", models.original());
        if (!models.aliasChain().isEmpty()) {
            json.writeArrayFieldStart("alias_chain");
            for (String alias : models.aliasChain()) {
                json.writeString(alias);
            }
            json.writeEndArray();
        }
        text(json, "provider", models.request().map(ProviderModel::provider));
        text(json, "request_model", models.request().map(ProviderModel::model));
        text(json, "response_model", models.response());
    }

    private static void outcome(JsonGenerator json, UsageOutcome outcome) throws IOException {
        json.writeStringField("operation", outcome.operation());
        flag(json, "stream", outcome.stream());
        json.writeNumberField("status", outcome.status());
        text(json, "error_code", outcome.errorCode());
        flag(json, "partial", outcome.partial());
        text(json, "time_to_first_byte", outcome.timeToFirstByte().map(Duration::toString));
        json.writeStringField("duration", outcome.duration().toString());
    }

    private static void counts(JsonGenerator json, TokenCounts counts) throws IOException {
        if (counts.input().isPresent()) {
            json.writeNumberField("input", counts.input().getAsLong());
        }
        if (counts.output().isPresent()) {
            json.writeNumberField("output", counts.output().getAsLong());
        }
        count(json, "cached_input", counts.cachedInput());
        count(json, "cache_write", counts.cacheWrite());
        count(json, "reasoning", counts.reasoning());
        count(json, "audio_input", counts.audioInput());
        count(json, "audio_output", counts.audioOutput());
        flag(json, "batch", counts.batch());
        if (!counts.units().isEmpty()) {
            json.writeObjectFieldStart("units");
            for (Map.Entry<Unit, BigDecimal> unit : counts.units().entrySet()) {
                json.writeStringField(
                        unit.getKey().name().toLowerCase(Locale.ROOT),
                        unit.getValue().toString());
            }
            json.writeEndObject();
        }
    }

    private static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }

    private static void flag(JsonGenerator json, String field, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(field, true);
        }
    }

    private static void count(JsonGenerator json, String field, long value) throws IOException {
        if (value != 0) {
            json.writeNumberField(field, value);
        }
    }

    /**
     * What was written.
     *
     * @throws UncheckedIOException or another unchecked exception where it is something else, or of a later version
     */
    static UsageEvent read(byte[] line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.path("v").asInt() != VERSION) {
                throw new IllegalArgumentException("recorded by a later version");
            }
            return new UsageEvent(
                    required(json, "id"),
                    Instant.parse(required(json, "at")),
                    required(json, "request_id"),
                    new UsageCaller(required(json, "key"), text(json, "user_path")),
                    readModels(json),
                    readOutcome(json),
                    readCounts(json),
                    text(json, "upstream_cost").map(BigDecimal::new),
                    CostJson.read(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UsageModels readModels(JsonNode json) {
        List<String> chain = new ArrayList<>();
        json.path("alias_chain").forEach(alias -> chain.add(alias.asText()));
        return new UsageModels(
                text(json, "original_model"),
                chain,
                text(json, "provider").map(provider -> new ProviderModel(provider, required(json, "request_model"))),
                text(json, "response_model"));
    }

    private static UsageOutcome readOutcome(JsonNode json) {
        return new UsageOutcome(
                required(json, "operation"),
                json.path("stream").asBoolean(),
                json.required("status").intValue(),
                text(json, "error_code"),
                json.path("partial").asBoolean(),
                text(json, "time_to_first_byte").map(Duration::parse),
                Duration.parse(required(json, "duration")));
    }

    private static TokenCounts readCounts(JsonNode json) {
        TokenCounts counts = new TokenCounts(
                known(json, "input"),
                known(json, "output"),
                json.path("cached_input").asLong(),
                json.path("cache_write").asLong(),
                json.path("reasoning").asLong(),
                json.path("audio_input").asLong(),
                json.path("audio_output").asLong(),
                Map.of(),
                json.path("batch").asBoolean());
        for (Map.Entry<String, JsonNode> unit : json.path("units").properties()) {
            counts = counts.with(
                    Unit.valueOf(unit.getKey().toUpperCase(Locale.ROOT)),
                    new BigDecimal(unit.getValue().asText()));
        }
        return counts;
    }

    private static OptionalLong known(JsonNode json, String field) {
        return json.has(field) ? OptionalLong.of(json.path(field).longValue()) : OptionalLong.empty();
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
    }

    private static String required(JsonNode json, String field) {
        return json.required(field).asText();
    }
}

package org.aurora.gateway.accounting;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/**
 * A row of the table of calls.
 *
 * @param call its key, by spool and place therein
 * @param place where the sums of this call are
 * @param pricings how often it was priced anew
 */
record CallRow(long call, UsageEvent event, Place place, long pricings) {
    private static final int POSITION_BITS = 40;
    private static final long NANOS_A_MICRO = 1_000;
    private static final String BETWEEN_ALIASES = "\n";

    /** The key of an event, of which the same event never has another one. */
    static long key(long spoolNumber, long position) {
        return (spoolNumber << POSITION_BITS) | position;
    }

    /** The same call at another cost. */
    CallRow priced(Cost cost) {
        UsageEvent priced = new UsageEvent(
                event.id(),
                event.at(),
                event.requestId(),
                event.caller(),
                event.models(),
                event.outcome(),
                event.counts(),
                event.upstreamCost(),
                cost);
        return new CallRow(call, priced, place, pricings);
    }

    void writeTo(PreparedStatement statement) throws SQLException {
        UsageOutcome outcome = event.outcome();
        RowWriter row = new RowWriter(statement)
                .number(call)
                .text(event.id())
                .number(event.at().toEpochMilli())
                .text(event.requestId())
                .text(event.caller().key())
                .text(event.caller().userPath())
                .text(place.node())
                .flag(place.beyond());
        writeModels(row);
        row.text(outcome.operation())
                .flag(outcome.stream())
                .number(outcome.status())
                .text(outcome.errorCode())
                .flag(outcome.partial())
                .number(outcome.timeToFirstByte().map(CallRow::micros))
                .number(micros(outcome.duration()));
        writeCounts(row);
        row.text(event.upstreamCost().map(BigDecimal::toString));
        CostColumns.write(row, event.cost());
        row.number(pricings);
    }

    private void writeModels(RowWriter row) throws SQLException {
        UsageModels models = event.models();
        row.text(models.original())
                .text(
                        models.aliasChain().isEmpty()
                                ? Optional.empty()
                                : Optional.of(String.join(BETWEEN_ALIASES, models.aliasChain())))
                .text(models.request().map(ProviderModel::provider))
                .text(models.request().map(ProviderModel::model))
                .text(models.response());
    }

    private void writeCounts(RowWriter row) throws SQLException {
        TokenCounts counts = event.counts();
        row.number(counts.input())
                .number(counts.output())
                .number(counts.cachedInput())
                .number(counts.cacheWrite())
                .number(counts.reasoning())
                .number(counts.audioInput())
                .number(counts.audioOutput())
                .text(UnitsText.of(counts.units()))
                .flag(counts.batch());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / NANOS_A_MICRO;
    }

    static CallRow read(ResultSet row, int number) throws SQLException {
        UsageEvent event = new UsageEvent(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                row.getString("request_id"),
                new UsageCaller(row.getString("api_key"), RowReader.text(row, "user_path")),
                readModels(row),
                readOutcome(row),
                readCounts(row),
                RowReader.text(row, "upstream_cost").map(BigDecimal::new),
                CostColumns.read(row));
        return new CallRow(
                row.getLong("call"),
                event,
                new Place(row.getString("place"), RowReader.flag(row, "beyond")),
                row.getLong("pricings"));
    }

    private static UsageModels readModels(ResultSet row) throws SQLException {
        Optional<String> provider = RowReader.text(row, "provider");
        Optional<String> model = RowReader.text(row, "request_model");
        return new UsageModels(
                RowReader.text(row, "original_model"),
                RowReader.text(row, "alias_chain")
                        .map(chain -> List.of(chain.split(BETWEEN_ALIASES)))
                        .orElse(List.of()),
                provider.flatMap(name -> model.map(id -> new ProviderModel(name, id))),
                RowReader.text(row, "response_model"));
    }

    private static UsageOutcome readOutcome(ResultSet row) throws SQLException {
        OptionalLong firstByte = RowReader.number(row, "first_byte_micros");
        return new UsageOutcome(
                row.getString("operation"),
                RowReader.flag(row, "stream"),
                row.getInt("status"),
                RowReader.text(row, "error_code"),
                RowReader.flag(row, "partial"),
                firstByte.isPresent() ? Optional.of(duration(firstByte.getAsLong())) : Optional.empty(),
                duration(row.getLong("duration_micros")));
    }

    private static Duration duration(long micros) {
        return Duration.ofNanos(micros * NANOS_A_MICRO);
    }

    private static TokenCounts readCounts(ResultSet row) throws SQLException {
        return new TokenCounts(
                RowReader.number(row, "input_tokens"),
                RowReader.number(row, "output_tokens"),
                row.getLong("cached_input_tokens"),
                row.getLong("cache_write_tokens"),
                row.getLong("reasoning_tokens"),
                row.getLong("audio_input_tokens"),
                row.getLong("audio_output_tokens"),
                UnitsText.read(RowReader.text(row, "units")),
                RowReader.flag(row, "batch"));
    }
}

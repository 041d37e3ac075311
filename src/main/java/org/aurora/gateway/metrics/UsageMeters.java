package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageOutcome;

/**
 * Adds up recorded calls. The number of series is bounded, whatever callers, providers and operators come up with: see
 * {@link CallNames}. Safe for several threads; takes a few microseconds a call, which event loops have not.
 */
public final class UsageMeters {
    private static final int FIRST_ERROR = 400;
    private static final String CUT_SHORT = "cut_short";

    private final MeterRegistry registry;
    private final String currency;
    private final Map<String, String> types;
    private final CallNames names;
    private final Map<CallLabels, CallSeries> series = new ConcurrentHashMap<>();

    /**
     * @param currency that of all costs
     * @param providers all that are configured
     */
    public UsageMeters(MeterRegistry registry, String currency, List<Provider> providers) {
        this.registry = registry;
        this.currency = currency;
        this.types = providers.stream().collect(Collectors.toUnmodifiableMap(Provider::name, Provider::type));
        this.names = new CallNames(types.keySet());
    }

    /** Adds one call. */
    public void add(UsageEvent event) {
        CallSeries its = series.computeIfAbsent(
                names.of(event),
                labels -> new CallSeries(registry, labels, types.getOrDefault(labels.provider(), labels.provider())));
        UsageOutcome outcome = event.outcome();
        its.requests(StatusText.of(outcome.status())).increment();
        its.duration(error(outcome)).record(outcome.duration());
        if (outcome.status() < FIRST_ERROR) {
            outcome.timeToFirstByte()
                    .ifPresent(time -> its.firstToken(outcome.stream()).record(time));
        }
        addTokens(its, event.counts());
        addCost(its, event.cost());
    }

    private static String error(UsageOutcome outcome) {
        if (outcome.status() >= FIRST_ERROR) {
            return StatusText.of(outcome.status());
        }
        return outcome.partial() ? CUT_SHORT : "";
    }

    private static void addTokens(CallSeries its, TokenCounts counts) {
        addTokens(its, "input", counts.input());
        addTokens(its, "output", counts.output());
        addDetails(its, "cached_input", counts.cachedInput());
        addDetails(its, "cache_write", counts.cacheWrite());
        addDetails(its, "reasoning", counts.reasoning());
        addDetails(its, "audio_input", counts.audioInput());
        addDetails(its, "audio_output", counts.audioOutput());
    }

    private static void addTokens(CallSeries its, String kind, OptionalLong tokens) {
        tokens.ifPresent(count -> {
            its.tokens(kind).increment((double) count);
            its.tokenUsage(kind).record((double) count);
        });
    }

    private static void addDetails(CallSeries its, String kind, long tokens) {
        if (tokens > 0) {
            its.tokenDetails(kind).increment((double) tokens);
        }
    }

    /** Prometheus knows floats alone: this is for graphs and alarms, and what is exact is in the usage reports. */
    private void addCost(CallSeries its, Cost cost) {
        if (cost.source().isPresent()) {
            its.cost(currency)
                    .increment(cost.totalCost().map(BigDecimal::doubleValue).orElse(0.0));
        }
        cost.unpricedReason().ifPresent(reason -> its.unpriced(reason.text()).increment());
    }
}

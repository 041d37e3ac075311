package org.aurora.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The counters and histograms of all calls with the same labels. Each is made when first there is something to count, so
 * that what is not known never shows as 0.
 */
final class CallSeries {
    private final MeterRegistry registry;
    private final Tags own;
    private final Tags genAi;
    private final Tags model;
    private final Tags caller;
    private final Map<Key, Object> made = new ConcurrentHashMap<>();

    private record Key(String name, String detail) {}

    /**
     * @param type that of the provider
     */
    CallSeries(MeterRegistry registry, CallLabels labels, String type) {
        this.registry = registry;
        this.model = Tags.of("provider", labels.provider(), "model", labels.model());
        this.caller = Tags.of("provider", labels.provider(), "alias", labels.alias());
        this.own = model.and("alias", labels.alias(), "operation", labels.operation());
        this.genAi = Tags.of("gen_ai.operation.name", GenAiNames.operation(labels.operation()))
                .and("gen_ai.provider.name", GenAiNames.provider(type))
                .and("gen_ai.request.model", labels.model());
    }

    Counter requests(String status) {
        return counter("aurora.requests", "Calls of models that are over", own, "status", status);
    }

    Counter tokens(String kind) {
        return counter("aurora.tokens", "Tokens, as the providers counted them", own, "kind", kind);
    }

    Counter tokenDetails(String kind) {
        return counter(
                "aurora.token.details",
                "Tokens of a special kind, which are among the input or output tokens too",
                own,
                "kind",
                kind);
    }

    Counter cost(String currency) {
        return counter("aurora.cost", "What priced calls cost, in units of the currency", own, "currency", currency);
    }

    Counter unpriced(String reason) {
        return counter("aurora.unpriced.requests", "Calls whose cost is not known", model, "reason", reason);
    }

    private Counter counter(String name, String description, Tags tags, String label, String value) {
        return made(name, value, Counter.class, () -> Counter.builder(name)
                .description(description)
                .tags(tags)
                .tag(label, value)
                .register(registry));
    }

    DistributionSummary tokenUsage(String type) {
        String name = "gen_ai.client.token.usage";
        return made(name, type, DistributionSummary.class, () -> DistributionSummary.builder(name)
                .description("Input and output tokens of each call")
                .tags(genAi.and(caller).and("gen_ai.token.type", type))
                .serviceLevelObjectives(Buckets.ofTokens())
                .register(registry));
    }

    /**
     * @param error empty, and so no label, where there was none
     */
    Timer duration(String error) {
        return timer(
                "gen_ai.server.request.duration",
                "From the first byte of the request in to the last byte of the answer out",
                Tags.of("error.type", error),
                Buckets::ofDurations);
    }

    Timer firstToken(boolean stream) {
        return timer(
                "gen_ai.server.time_to_first_token",
                "From the first byte of the request in to the first byte of a successful answer out",
                Tags.of("stream", Boolean.toString(stream)),
                Buckets::ofFirstTokens);
    }

    private Timer timer(String name, String description, Tags more, Supplier<Duration[]> buckets) {
        String detail = more.iterator().next().getValue();
        return made(name, detail, Timer.class, () -> Timer.builder(name)
                .description(description)
                .tags(genAi.and(caller).and(more))
                .serviceLevelObjectives(buckets.get())
                .register(registry));
    }

    private <M> M made(String name, String detail, Class<M> kind, Supplier<M> maker) {
        return kind.cast(made.computeIfAbsent(new Key(name, detail), key -> maker.get()));
    }
}

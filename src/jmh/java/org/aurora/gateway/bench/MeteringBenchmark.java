package org.aurora.gateway.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.inbound.EndedCalls;
import org.aurora.gateway.metrics.UsageMeters;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Counting a request on its event loop, adding a recorded call up beside it, and writing 100 models' metrics. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MeteringBenchmark {
    private static final int MODELS = 100;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final EndedCalls ended = new EndedCalls();
    private final UsageMeters meters = new UsageMeters(registry, "USD", List.of(provider()));
    private final UsageEvent[] events = new UsageEvent[MODELS];
    private int next;

    private static Provider provider() {
        return new Provider(
                "up", "openai", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    @Setup
    public void make() {
        for (int i = 0; i < MODELS; i++) {
            events[i] = new UsageEvent(
                    "id",
                    Instant.EPOCH,
                    "request",
                    new UsageCaller("master", Optional.empty()),
                    new UsageModels(
                            Optional.of("regular"),
                            List.of("regular"),
                            Optional.of(new ProviderModel("up", "model-" + i)),
                            Optional.empty()),
                    new UsageOutcome(
                            "chat/completions",
                            false,
                            200,
                            Optional.empty(),
                            false,
                            Optional.of(Duration.ofMillis(300)),
                            Duration.ofMillis(900 + i)),
                    TokenCounts.of(100 + i, 50),
                    Optional.empty(),
                    new Cost.Priced(new BigDecimal("0.0001"), new BigDecimal("0.0002"), PriceSource.CONFIG));
            meters.add(events[i]);
        }
    }

    @Benchmark
    public void countOnTheEventLoop() {
        ended.count("/v1/chat/completions", 200);
    }

    @Benchmark
    public void addUp() {
        next = (next + 1) % MODELS;
        meters.add(events[next]);
    }

    @Benchmark
    public String write() {
        return registry.scrape();
    }
}

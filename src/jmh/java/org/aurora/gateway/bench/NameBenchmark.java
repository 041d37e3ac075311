package org.aurora.gateway.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.alias.Strategy;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.Decision;
import org.aurora.gateway.resolve.RequestedModel;
import org.aurora.gateway.resolve.Resolver;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.SnapshotSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Deciding where a name goes, among few and among many aliases. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NameBenchmark {
    private static final int MODELS = 100;
    private static final Caller CALLER = new Caller.Anonymous();

    @Param({"10", "100000"})
    int aliases;

    private final RandomGenerator random = new SplittableRandom(1);
    private List<RequestedModel> asked = List.of();
    private Snapshot snapshot = snapshot(List.of());
    private int next;

    /** Half of the aliases lead to one model, half to two by weight. */
    @Setup
    public void configure() {
        List<Alias> all = new ArrayList<>();
        for (int i = 0; i < aliases; i++) {
            all.add(alias("alias-" + i, i % 2 == 0 ? List.of(target(i)) : List.of(target(i), target(i + 1))));
        }
        snapshot = snapshot(all);
        asked = random.ints(1024, 0, aliases)
                .mapToObj(i -> RequestedModel.of("alias-" + i))
                .toList();
    }

    @Benchmark
    public Decision decide() {
        next = (next + 1) % asked.size();
        return Resolver.decide(snapshot, asked.get(next), CALLER, random);
    }

    private static AliasTarget target(int number) {
        return new AliasTarget("provider/model-" + number % MODELS, 1);
    }

    private static Alias alias(String name, List<AliasTarget> targets) {
        return new Alias(name, targets, Strategy.WEIGHTED, Optional.empty(), true, false, Optional.empty());
    }

    private static Snapshot snapshot(List<Alias> aliases) {
        List<ConfiguredModel> models = IntStream.range(0, MODELS)
                .mapToObj(i -> new ConfiguredModel("model-" + i, Map.of()))
                .toList();
        Provider provider = new Provider(
                "provider", "openai", Optional.empty(), Optional.empty(), Optional.empty(), models, Optional.empty());
        return Snapshot.of(
                1,
                List.of(provider),
                aliases,
                new SnapshotSettings(true, DeniedResponse.FORBIDDEN, false, ResponseModel.UPSTREAM));
    }
}

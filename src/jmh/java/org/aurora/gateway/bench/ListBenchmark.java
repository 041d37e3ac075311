package org.aurora.gateway.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.ModelEntry;
import org.aurora.gateway.resolve.ModelList;
import org.aurora.gateway.resolve.ModelListKey;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.SnapshotSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Listing 10,000 models to 1,000 callers, each at a place of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ListBenchmark {
    private static final int MODELS = 10_000;
    private static final int TEAMS = 10;

    private final List<Caller> callers = IntStream.range(0, 1_000)
            .<Caller>mapToObj(i -> new Caller.Anonymous(Optional.of(new UserPath("/team/" + i % TEAMS + "/app-" + i))))
            .toList();
    private final Snapshot snapshot = snapshot();
    private int next;

    /** Made anew. */
    @Benchmark
    public List<ModelEntry> list() {
        return ModelList.listed(snapshot, caller());
    }

    /** Under what it would be found, where it was made before. */
    @Benchmark
    public ModelListKey key() {
        return ModelList.key(snapshot, caller());
    }

    private Caller caller() {
        next = (next + 1) % callers.size();
        return callers.get(next);
    }

    private static Snapshot snapshot() {
        List<ConfiguredModel> models = IntStream.range(0, MODELS)
                .mapToObj(i -> new ConfiguredModel("model-" + i, Map.of()))
                .toList();
        List<AccessRule> rules = IntStream.range(0, MODELS)
                .mapToObj(i -> AccessRule.of(
                        "provider/model-" + i, true, Optional.of(List.of("/team/" + i % TEAMS, "/operators"))))
                .toList();
        Provider provider = new Provider(
                "provider", "openai", Optional.empty(), Optional.empty(), Optional.empty(), models, Optional.empty());
        return Snapshot.of(
                1,
                List.of(provider),
                List.of(),
                rules,
                new SnapshotSettings(true, DeniedResponse.FORBIDDEN, false, ResponseModel.UPSTREAM));
    }
}

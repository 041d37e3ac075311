package org.aurora.gateway.bench;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.alias.Strategy;
import org.aurora.gateway.caller.AdminKey;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.Credentials;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.caller.KeyText;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.caller.UserPathHeader;
import org.aurora.gateway.model.Secret;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.Decision;
import org.aurora.gateway.resolve.RequestedModel;
import org.aurora.gateway.resolve.Resolver;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.SnapshotSettings;
import org.aurora.gateway.resolve.StoredChange;
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

/** Everything that is decided about a call before it is sent, among few and many keys, aliases and rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AccessBenchmark {
    private static final int ASKED = 1024;
    private static final int MODELS = 100;
    private static final List<String> NONE = List.of();

    @Param({"10", "1000", "100000"})
    int size;

    private final Random random = new Random(1);
    private final Credentials[] sent = new Credentials[ASKED];
    private final RequestedModel[] asked = new RequestedModel[ASKED];
    private Snapshot snapshot = empty();
    private final Authenticator authenticator = new Authenticator(
            AdminKey.master(new Secret("master-key-0123456789")),
            List.of(),
            false,
            new UserPathHeader(false),
            () -> this.snapshot.keys(),
            Clock.systemUTC());
    private int next;

    /** Key i is at /team/i, alias i has a rule that admits it, and leads to one of 100 models, each with a rule. */
    @Setup
    public void make() {
        List<StoredChange> changes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            UserPath path = new UserPath("/team/" + i);
            KeyText text = KeyText.generate(random);
            KeySettings settings = new KeySettings(
                    "app", Optional.of(path), new KeyLists(Optional.empty(), List.of("secret/*")), Optional.empty());
            changes.add(new StoredChange.KeyWritten(ManagedKey.create(text, settings, Instant.EPOCH)));
            changes.add(new StoredChange.AliasWritten(alias("alias-" + i, "provider/model-" + i % MODELS)));
            changes.add(new StoredChange.RuleWritten(rule("alias-" + i, "/team/" + i)));
            changes.add(new StoredChange.RuleWritten(rule("provider/model-" + i, "/team")));
            for (int at = i; at < ASKED; at += size) {
                sent[at] = new Credentials(List.of("Bearer " + text.text().reveal()), NONE, NONE);
                asked[at] = RequestedModel.of("alias-" + i);
            }
        }
        snapshot = empty().with(changes);
        if (decide().plan().isEmpty()) {
            throw new IllegalStateException("the benchmark's calls are refused");
        }
    }

    /** Authenticate, resolve, check. */
    @Benchmark
    public Decision decide() {
        next = (next + 1) % ASKED;
        Caller caller = authenticator.authenticate(sent[next]);
        return Resolver.decide(snapshot, asked[next], caller, random);
    }

    /** The same for somebody whose key is already known. */
    @Benchmark
    public Decision decideForAnonymous() {
        next = (next + 1) % ASKED;
        return Resolver.decide(snapshot, asked[next], new Caller.Anonymous(), random);
    }

    @Benchmark
    public Snapshot writeRule() {
        next = (next + 1) % ASKED;
        return snapshot.with(List.of(new StoredChange.RuleWritten(rule(asked[next].model(), "/elsewhere"))));
    }

    private static AccessRule rule(String selector, String path) {
        return AccessRule.of(selector, true, Optional.of(List.of(path)));
    }

    private static Alias alias(String name, String target) {
        return new Alias(
                name,
                List.of(new AliasTarget(target, 1)),
                Strategy.WEIGHTED,
                Optional.empty(),
                true,
                false,
                Optional.empty());
    }

    private static Snapshot empty() {
        List<ConfiguredModel> models = IntStream.range(0, MODELS)
                .mapToObj(i -> new ConfiguredModel("model-" + i, Map.of()))
                .toList();
        Provider provider = new Provider(
                "provider", "openai", Optional.empty(), Optional.empty(), Optional.empty(), models, Optional.empty());
        return Snapshot.of(
                1,
                List.of(provider),
                List.of(),
                new SnapshotSettings(true, DeniedResponse.FORBIDDEN, false, ResponseModel.UPSTREAM));
    }
}

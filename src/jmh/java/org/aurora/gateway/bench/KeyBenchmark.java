package org.aurora.gateway.bench;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.caller.AdminKey;
import org.aurora.gateway.caller.Authenticator;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.Credentials;
import org.aurora.gateway.caller.KeyBook;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.caller.KeyText;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.caller.UserPathHeader;
import org.aurora.gateway.model.Secret;
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

/** Recognising a caller by a managed key, and revoking one, among few and among many. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class KeyBenchmark {
    private static final int ASKED = 1024;
    private static final KeySettings SETTINGS =
            new KeySettings("app", Optional.empty(), KeyLists.NONE, Optional.empty());
    private static final List<String> NONE = List.of();

    @Param({"10", "1000", "100000"})
    int keys;

    private final Credentials[] sent = new Credentials[ASKED];
    private final ManagedKey[] some = new ManagedKey[ASKED];
    private final Authenticator authenticator = new Authenticator(
            AdminKey.master(new Secret("master-key-0123456789")),
            List.of(),
            false,
            new UserPathHeader(false),
            () -> this.book,
            Clock.systemUTC());
    private KeyBook book = KeyBook.empty();
    private int next;

    @Setup
    public void make() {
        Random random = new Random(1);
        Map<String, ManagedKey> all = new HashMap<>();
        for (int i = 0; i < keys; i++) {
            KeyText text = KeyText.generate(random);
            ManagedKey key = ManagedKey.create(text, SETTINGS, Instant.EPOCH);
            all.put(key.id(), key);
            for (int at = i; i < ASKED && at < ASKED; at += keys) {
                sent[at] = new Credentials(List.of("Bearer " + text.text().reveal()), NONE, NONE);
                some[at] = key;
            }
        }
        book = KeyBook.empty().with(all, List.of());
    }

    @Benchmark
    public Caller authenticate() {
        next = (next + 1) % ASKED;
        return authenticator.authenticate(sent[next]);
    }

    @Benchmark
    public KeyBook revoke() {
        next = (next + 1) % ASKED;
        ManagedKey key = some[next];
        return book.with(Map.of(key.id(), key.revoked(Instant.EPOCH)), List.of());
    }
}

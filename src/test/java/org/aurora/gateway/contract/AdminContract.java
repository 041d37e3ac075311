package org.aurora.gateway.contract;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/**
 * One gateway on an empty database, shared by the tests of a class: each of them uses names of its own.
 *
 * <p>It has the providers {@code openai-primary} with the models my-model, gpt-x and a/b, and {@code second} with gpt-x
 * and other; the master key; and alice's admin key.
 */
abstract class AdminContract {
    static final String ALICE = "alice-admin-key-0123456789";

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Optional<Running> running = Optional.empty();

    final TestUpstream upstream;
    final TestDatabase database;
    final RunningGateway gateway;
    final AdminClient admin;
    final Chat chat;

    AdminContract(DatabaseKind kind) {
        this(kind, "");
    }

    /**
     * @param moreYaml further top-level sections of the configuration
     */
    AdminContract(DatabaseKind kind, String moreYaml) {
        Running shared = shared(kind, moreYaml);
        upstream = shared.upstream;
        database = shared.database;
        gateway = shared.gateway;
        admin = AdminClient.of(gateway);
        chat = Chat.at(gateway);
    }

    private static Running shared(DatabaseKind kind, String moreYaml) {
        Running shared = running.orElseGet(() -> Running.on(kind.fresh(), moreYaml));
        running = Optional.of(shared);
        return shared;
    }

    static RunningGateway.Setup setup(TestUpstream upstream, String moreYaml) {
        return RunningGateway.with(yaml(upstream) + moreYaml).environment("AURORA_ADMIN_KEYS", "alice:" + ALICE);
    }

    private static String yaml(TestUpstream upstream) {
        return """
                providers:
                  openai-primary:
                    type: openai
                    base_url: "%1$s"
                    api_key: sk-upstream-secret
                    models: [my-model, gpt-x, "a/b"]
                  second:
                    type: vllm
                    base_url: "%1$s"
                    models: [gpt-x, other]
                """.formatted(upstream.baseUrl());
    }

    /** A name that no other test of this process uses. */
    static String freshName(String stem) {
        return stem + "-" + NAMES.incrementAndGet();
    }

    /** An alias of a fresh name, stored. */
    final String storedAlias(String stem) {
        String name = freshName(stem);
        admin.put(AdminClient.alias(name), "{\"target\": \"openai-primary/my-model\"}")
                .send();
        return name;
    }

    @AfterParameterizedClassInvocation
    static void close() throws IOException {
        if (running.isPresent()) {
            running.get().close();
            running = Optional.empty();
        }
    }

    /** What the tests of a class share. */
    private record Running(TestUpstream upstream, TestDatabase database, RunningGateway gateway) {
        static Running on(TestDatabase database, String moreYaml) {
            TestUpstream upstream = EchoingUpstream.start();
            return new Running(
                    upstream,
                    database,
                    setup(upstream, moreYaml)
                            .environment(database.environment())
                            .start());
        }

        void close() throws IOException {
            gateway.close();
            upstream.close();
            database.close();
        }
    }
}

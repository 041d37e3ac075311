package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends the process under load, in kind and not; {@code -Daurora.test.kills} says how often it is killed. */
class UsageInCrashesTest {
    private static final int KILLS = Integer.getInteger("aurora.test.kills", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;

    private final CountingUpstream upstream = CountingUpstream.start();

    UsageInCrashesTest(@TempDir Path home) {
        this.home = home;
    }

    @AfterEach
    void close() throws IOException {
        upstream.close();
    }

    private GatewayProcess start() {
        return GatewayProcess.start(
                AdminContract.setup(upstream.server(), "")
                        .environment("AURORA_DATA_DIR", home.resolve("data").toString()),
                home);
    }

    private List<String> rows() {
        return StoredCalls.below(home.resolve("data")).requestIds();
    }

    @Test
    void losesAtMostTheLastSecondWhenKilledAndCountsNothingTwice() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<String> old = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (GatewayProcess process = start();
                    UsageLoad load = UsageLoad.on(process.uri())) {
                long until = System.nanoTime()
                        + Duration.ofMillis(1_500 + random.nextInt(2_000)).toNanos();
                await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> System.nanoTime() >= until);

                long killed = System.nanoTime();
                process.kill();

                old.addAll(load.answeredBy(killed - Duration.ofSeconds(1).toNanos()));
                load.end();
            }
        }
        try (GatewayProcess last = start()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rows()).as("seed %d", seed).containsAll(old));
            last.terminate();
        }
        assertThat(old).hasSizeGreaterThan(50);
        assertThat(rows()).doesNotHaveDuplicates().isSubsetOf(upstream.served());
        System.out.printf(
                "%d kills: %d calls served, %d recorded, %d lost in the last second%n",
                KILLS,
                upstream.served().size(),
                rows().size(),
                upstream.served().size() - rows().size());
    }

    @Test
    void losesNothingWhenToldToEnd() {
        try (GatewayProcess process = start();
                UsageLoad load = UsageLoad.on(process.uri())) {
            await().atMost(PATIENCE).until(() -> load.answered() >= 1_000);

            process.terminate();

            load.end();
            assertThat(rows()).containsExactlyInAnyOrderElementsOf(upstream.served());
            assertThat(rows()).containsAll(load.answeredBy(System.nanoTime()));
            System.out.printf(
                    "SIGTERM: %d calls served, %d recorded%n", upstream.served().size(), rows().size());
        }
    }
}

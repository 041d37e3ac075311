package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills the process in the middle of writes, over and over. {@code -Daurora.test.kills} says how often. */
class KilledGatewayTest {
    private static final int KILLS = Integer.getInteger("aurora.test.kills", 5);
    private static final int WRITERS = 8;

    /** What a gateway answered to have stored: the description by path and version. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger sent = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void keepsEveryAcknowledgedWriteAndAWholeJournal(DatabaseKind kind, @TempDir Path home) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (TestUpstream upstream = EchoingUpstream.start();
                TestDatabase database = kind.fresh()) {
            RunningGateway.Setup setup = AdminContract.setup(upstream, "").environment(database.environment());
            for (int kill = 0; kill < KILLS; kill++) {
                writeUntilKilled(setup, home, 20 + random.nextInt(60), random.nextInt(30));
            }
            try (GatewayProcess last = GatewayProcess.start(setup, home)) {
                assertWhole(AdminClient.of(last.uri()), "seed " + seed);
            }
        }
    }

    private void writeUntilKilled(RunningGateway.Setup setup, Path home, int writes, int pauseMillis)
            throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (GatewayProcess process = GatewayProcess.start(setup, home)) {
            AdminClient admin = AdminClient.of(process.uri());
            assertWhole(admin, "after a restart");
            int before = acknowledged.size();
            for (int writer = 0; writer < WRITERS; writer++) {
                String own = "own-" + writer;
                writers.execute(() -> writeOn(admin, own));
            }
            await().pollInterval(Duration.ofMillis(1 + pauseMillis))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> acknowledged.size() >= before + writes);
            process.kill();
        } finally {
            writers.shutdownNow();
            assertThat(writers.awaitTermination(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** One name of the writer's own and one that all share, in turns, until the gateway is gone. */
    private void writeOn(AdminClient admin, String own) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                int number = sent.incrementAndGet();
                String path = "/aliases/" + (number % 2 == 0 ? own : "shared");
                Answer answer = admin.put(path, "{\"target\": \"my-model\", \"description\": \"" + number + "\"}")
                        .send();
                if (answer.status() < 300) {
                    acknowledged.put(path + " " + answer.json().path("version").asInt(), Integer.toString(number));
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            assertThat(e.getCause())
                    .as("the connection broke, no more")
                    .isInstanceOfAny(IOException.class, InterruptedException.class);
        }
    }

    private void assertWhole(AdminClient admin, String when) {
        Journal journal = Journal.of(admin);
        journal.assertWhole();
        for (Map.Entry<String, String> write : acknowledged.entrySet()) {
            String[] pathAndVersion =
                    write.getKey().substring("/aliases/".length()).split(" ", -1);
            List<JsonNode> changes = journal.of(pathAndVersion[0]);
            int version = Integer.parseInt(pathAndVersion[1]);
            assertThat(changes).as("%s: %s", when, write).hasSizeGreaterThanOrEqualTo(version);
            assertThat(changes.get(version - 1)
                            .path("after")
                            .path("description")
                            .asText())
                    .as("%s: %s", when, write)
                    .isEqualTo(write.getValue());
        }
        journal.changes().stream()
                .map(change -> change.path("name").asText())
                .distinct()
                .forEach(name -> {
                    List<JsonNode> changes = journal.of(name);
                    assertThat(admin.get("/aliases/" + name).send().json().path("description"))
                            .isEqualTo(changes.get(changes.size() - 1)
                                    .path("after")
                                    .path("description"));
                });
    }
}

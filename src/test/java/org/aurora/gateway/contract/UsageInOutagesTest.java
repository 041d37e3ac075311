package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the database away, and the disk, while calls go on; {@code -Daurora.test.outage-seconds} says for how long the
 * database is away.
 */
class UsageInOutagesTest {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("aurora.test.outage-seconds", 6));
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LOST = Pattern.compile("(\\d+) were lost since the start");

    private final Path home;

    private final CountingUpstream upstream = CountingUpstream.start();
    private final PostgresServer server = PostgresServer.stopped();
    private final TestDatabase database = server.ownDatabase();

    UsageInOutagesTest(@TempDir Path home) {
        this.home = home;
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        upstream.close();
    }

    private GatewayProcess start() {
        server.start();
        return GatewayProcess.start(
                AdminContract.setup(upstream.server(), "")
                        .environment(database.environment())
                        .environment("AURORA_DATA_DIR", home.resolve("data").toString()),
                home);
    }

    private List<String> rows() {
        return StoredCalls.in(database).requestIds();
    }

    @Test
    void failsNoCallAndLosesNoneWhileTheDatabaseIsAway() {
        try (GatewayProcess process = start();
                UsageLoad load = UsageLoad.on(process.uri())) {
            await().atMost(PATIENCE).until(() -> load.answered() >= 2_000);
            long before = System.nanoTime();
            pass(OUTAGE);
            long stopping = System.nanoTime();
            server.stop();
            long stopped = System.nanoTime();
            pass(OUTAGE);
            long back = System.nanoTime();
            server.start();

            load.end();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows())
                    .hasSize(upstream.served().size()));

            assertThat(load.failures()).isEmpty();
            assertThat(rows()).containsExactlyInAnyOrderElementsOf(upstream.served());
            assertThat(process.log())
                    .containsOnlyOnce("do not reach the database")
                    .containsOnlyOnce("reach the database again");
            System.out.printf(
                    "Database away for %d s: %d calls, none failed, none missing; 99 of 100 took at most %d ms before, %d ms"
                            + " during%n",
                    OUTAGE.toSeconds(),
                    rows().size(),
                    load.slowestOfMost(before, stopping).toMillis(),
                    load.slowestOfMost(stopped, back).toMillis());
        }
    }

    @Test
    void failsNoCallWhileTheDiskTakesNothingCountsTheLossAndRecovers() throws Exception {
        assumeTrue(hasPrlimit(), "no prlimit here to keep a running process from writing");
        try (GatewayProcess process = start();
                UsageLoad load = UsageLoad.on(process.uri())) {
            await().atMost(PATIENCE).until(() -> spooled() > 500_000);

            limitFiles(process, Long.toString(spooled()));
            await().atMost(PATIENCE).until(() -> process.log().contains("NOT RECORDED"));
            int during = load.answered();
            await().atMost(PATIENCE).until(() -> load.answered() > during + 200);
            limitFiles(process, "unlimited");

            await().atMost(PATIENCE).until(() -> process.log().contains("written to the disk again"));
            int after = load.answered();
            await().atMost(PATIENCE).until(() -> load.answered() > after + 200);
            load.end();
            assertThat(load.failures()).isEmpty();
            assertThat(process.log()).containsOnlyOnce("cannot be written to the disk");
            int lost = lost(process.log());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows())
                    .hasSize(upstream.served().size() - lost));
            assertThat(lost).isGreaterThan(100);
            assertThat(rows()).doesNotHaveDuplicates().isSubsetOf(upstream.served());
            System.out.printf(
                    "Disk full: %d calls, none failed, %d recorded, %d counted as lost%n",
                    upstream.served().size(), rows().size(), lost);
        }
    }

    private static void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        await().atMost(time.plusSeconds(10)).until(() -> System.nanoTime() >= until);
    }

    private static int lost(String log) {
        Matcher matcher = LOST.matcher(log);
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** Bytes in the segments. */
    private long spooled() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/usage"))) {
            long bytes = 0;
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".spool")).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static boolean hasPrlimit() throws InterruptedException {
        try {
            return new ProcessBuilder("prlimit", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The log is shorter than the segments, so that it can be written all the while. */
    private static void limitFiles(GatewayProcess process, String bytes) throws Exception {
        Process prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(prlimit.exitValue()).isZero();
    }
}

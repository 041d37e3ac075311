package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that stops and starts while gateways run. */
class DatabaseAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DECLARED = "aliases:\n  declared: second/other\n";

    private final TestUpstream upstream = EchoingUpstream.start();
    private final PostgresServer server = PostgresServer.stopped();
    private final TestDatabase database = server.ownDatabase();

    @AfterEach
    void close() throws IOException {
        server.close();
        upstream.close();
    }

    @Test
    void neitherStopsModelsNorReadsNorReadiness() {
        server.start();
        try (RunningGateway gateway = gateway()) {
            AdminClient admin = AdminClient.of(gateway);
            admin.put(alias("stored"), "{\"target\": \"my-model\"}").send();
            assertThat(ready(gateway)).contains("200").contains("ready");

            server.stop();

            await().atMost(PATIENCE).until(() -> ready(gateway).contains("degraded"));
            assertThat(ready(gateway)).startsWith("200").doesNotContain("127.0.0.1", "postgres", "Exception");
            assertThat(Chat.at(gateway).reaches("stored")).isEqualTo("my-model");
            assertThat(admin.get(alias("stored")).send().etag()).isEqualTo("\"1\"");
            assertThat(admin.get("/aliases").send().items()).hasSize(2);
            assertThat(admin.get("/model-overrides").send().status()).isEqualTo(200);
            assertThat(admin.get("/export").send().text()).contains("stored");
        }
    }

    @Test
    void refusesEveryWriteClearly() {
        server.start();
        try (RunningGateway gateway = gateway()) {
            AdminClient admin = AdminClient.of(gateway);
            admin.put(alias("stored"), "{\"target\": \"my-model\"}").send();
            server.stop();

            for (AdminCall call : new AdminCall[] {
                admin.put(alias("stored"), "{\"target\": \"gpt-x\"}"),
                admin.put(alias("new"), "{\"target\": \"gpt-x\"}"),
                admin.delete(alias("stored")),
                admin.put("/model-overrides/x", "{}"),
                admin.post("/import?mode=merge").yaml("aliases:\n  new: gpt-x\n"),
                admin.post("/changes/1/revert"),
                admin.get("/changes"),
                admin.get("/aliases?at=0"),
                admin.get("/usage/summary"),
                admin.get("/usage/log?days=1"),
                admin.post("/usage/recalculate-pricing")
                        .json("{\"start_date\": \"2026-01-01\", \"end_date\": \"2026-01-02\"}")
            }) {
                Answer answer = call.send();

                assertThat(answer.status()).as("%s", answer).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("database_unavailable");
                assertThat(answer.message()).doesNotContain("127.0.0.1", "jdbc", "Exception");
            }
            assertThat(Chat.at(gateway).reaches("stored")).isEqualTo("my-model");
        }
    }

    @Test
    void isOverOnceItIsBack() {
        server.start();
        try (RunningGateway one = gateway();
                RunningGateway other = gateway()) {
            AdminClient.of(one)
                    .put(alias("before"), "{\"target\": \"my-model\"}")
                    .send();
            server.stop();
            await().atMost(PATIENCE).until(() -> ready(one).contains("degraded"));
            await().atMost(PATIENCE).until(() -> ready(other).contains("degraded"));

            server.start();

            await().atMost(PATIENCE).until(() -> !ready(one).contains("degraded"));
            await().atMost(PATIENCE).until(() -> !ready(other).contains("degraded"));
            Answer written = AdminClient.of(one)
                    .put(alias("after"), "{\"target\": \"my-model\"}")
                    .send();
            assertThat(written.status()).isEqualTo(201);
            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> Chat.at(other).reaches("after").equals("my-model"));
            Journal.of(AdminClient.of(other)).assertWhole();
        }
    }

    /** Rules that are not known cannot be obeyed: serving would open what they close. */
    @Test
    void atTheFirstStartKeepsEveryoneWaiting() {
        try (RunningGateway gateway = gateway()) {
            assertThat(ready(gateway))
                    .startsWith("503 {\"status\":\"starting\"")
                    .doesNotContain("127.0.0.1", "postgres");
            assertThat(Chat.at(gateway).reaches("declared")).isEqualTo("503 starting");
            assertThat(AdminClient.of(gateway).get("/aliases").send().code()).isEqualTo("starting");

            server.start();

            await().atMost(PATIENCE).until(() -> ready(gateway).startsWith("200"));
            assertThat(Chat.at(gateway).reaches("declared")).isEqualTo("other");
            assertThat(AdminClient.of(gateway)
                            .put(alias("new"), "{\"target\": \"gpt-x\"}")
                            .send()
                            .status())
                    .isEqualTo(201);
        }
    }

    /** The kept file is what there is until the database answers, and not a bit longer. */
    @Test
    void atTheStartLeavesNothingOfAFileThatWasWrong(@TempDir Path data) throws IOException {
        server.start();
        try (RunningGateway gateway = gateway(data)) {
            AdminClient admin = AdminClient.of(gateway);
            admin.put("/model-overrides/gpt-x", "{\"enabled\": false}").send();
            admin.put(alias("last"), "{\"target\": \"my-model\"}").send();
        }
        server.stop();
        Path kept = data.resolve("settings.jsonl");
        Files.write(
                kept,
                Files.readAllLines(kept).stream()
                        .filter(line -> !line.contains("gpt-x"))
                        .toList());

        try (RunningGateway again = gateway(data)) {
            server.start();

            await().atMost(PATIENCE).until(() -> Chat.at(again).reaches("gpt-x").equals("403 model_access_denied"));
            await().atMost(PATIENCE).until(() -> AdminClient.of(again)
                    .get("/settings/status")
                    .send()
                    .text()
                    .contains("\"journal\""));
            assertThat(AdminClient.of(again)
                            .put(alias("last"), "{\"target\": \"my-model\"}")
                            .send()
                            .etag())
                    .isEqualTo("\"2\"");
        }
    }

    @Test
    void atAnEarlierStateThanBeforeIsReadAnew() {
        server.start();
        try (RunningGateway gateway = gateway()) {
            AdminClient admin = AdminClient.of(gateway);
            admin.put(alias("backed-up"), "{\"target\": \"my-model\"}").send();
            admin.put(alias("backed-up"), "{\"target\": \"gpt-x\"}").send();
            admin.put(alias("later"), "{\"target\": \"gpt-x\"}").send();

            database.execute("DELETE FROM setting_change WHERE revision > 1");

            await().atMost(PATIENCE)
                    .until(() -> Chat.at(gateway).reaches("backed-up").equals("my-model"));
            assertThat(Chat.at(gateway).reaches("later")).isEqualTo("404 model_not_found");
            assertThat(admin.put(alias("new"), "{\"target\": \"gpt-x\"}").send().status())
                    .isEqualTo(201);
            Journal.of(admin).assertWhole();
        }
    }

    @Test
    void atTheStartLeavesWhatWasKept(@TempDir Path data) {
        server.start();
        try (RunningGateway gateway = gateway(data)) {
            AdminClient admin = AdminClient.of(gateway);
            admin.put(alias("kept"), "{\"target\": \"my-model\"}").send();
            admin.put(alias("dropped"), "{\"target\": \"my-model\"}").send();
            admin.delete(alias("dropped")).send();
            admin.put("/model-overrides/%2F", "{\"user_paths\": [\"/team\"]}").send();
        }
        server.stop();

        try (RunningGateway again = gateway(data)) {
            AdminClient admin = AdminClient.of(again);
            assertThat(ready(again)).startsWith("200").contains("degraded");
            assertThat(Chat.at(again).reaches("kept")).isEqualTo("my-model");
            assertThat(Chat.at(again).reaches("dropped")).isEqualTo("404 model_not_found");
            assertThat(admin.get(alias("kept")).send().etag()).isEqualTo("\"1\"");
            assertThat(admin.get("/model-overrides").send().items()).hasSize(1);

            server.start();

            await().atMost(PATIENCE)
                    .until(() -> admin.put(alias("dropped"), "{\"target\": \"gpt-x\"}")
                                    .send()
                                    .status()
                            == 201);
            assertThat(admin.get(alias("dropped")).send().etag()).isEqualTo("\"3\"");
            Journal.of(admin).assertWhole();
        }
    }

    private RunningGateway gateway() {
        return AdminContract.setup(upstream, DECLARED)
                .environment(database.environment())
                .start();
    }

    private RunningGateway gateway(Path data) {
        return AdminContract.setup(upstream, DECLARED)
                .environment(database.environment())
                .environment("AURORA_DATA_DIR", data.toString())
                .start();
    }

    /** Status and body of the readiness check. */
    static String ready(RunningGateway gateway) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(gateway.uri("/ready"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

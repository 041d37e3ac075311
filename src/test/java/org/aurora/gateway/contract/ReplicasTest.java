package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.aurora.gateway.contract.AdminClient.authKey;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two gateways that share one PostgreSQL database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasTest {
    private final TestUpstream upstream = EchoingUpstream.start();
    private final TestDatabase database = DatabaseKind.POSTGRESQL.fresh();
    private final RunningGateway here = gateway();
    private final RunningGateway there = gateway();
    private final AdminClient admin = AdminClient.of(here);
    private final Chat elsewhere = Chat.at(there);

    private RunningGateway gateway() {
        return AdminContract.setup(upstream, "")
                .environment(database.environment())
                .start();
    }

    @AfterAll
    void close() throws IOException {
        here.close();
        there.close();
        upstream.close();
    }

    @Test
    void useWhatWasWrittenAtAnother() {
        String name = AdminContract.freshName("shared");

        admin.put(alias(name), "{\"target\": \"my-model\"}").send();
        inTime().until(() -> elsewhere.reaches(name).equals("my-model"));
        admin.put(alias(name), "{\"target\": \"second/other\"}").send();
        inTime().until(() -> elsewhere.reaches(name).equals("other"));
        admin.delete(alias(name)).send();
        inTime().until(() -> elsewhere.reaches(name).equals("404 model_not_found"));
    }

    @Test
    void showTheSameAsTheWriter() {
        String name = AdminContract.freshName("shown");
        Answer written = admin.put(alias(name), "{\"target\": \"my-model\"}").send();

        inTime().untilAsserted(() -> {
            Answer shown = AdminClient.of(there).get(alias(name)).send();
            assertThat(shown.json()).isEqualTo(written.json());
            assertThat(shown.etag()).isEqualTo(written.etag());
        });
    }

    @Test
    void refuseAKeyThatWasRevokedAtAnother() {
        JsonNode key =
                admin.post("/auth-keys").json("{\"name\": \"shared\"}").send().json();
        Chat holder = elsewhere.withKey(key.path("value").asText());
        inTime().until(() -> holder.reaches("my-model").equals("my-model"));

        admin.post(authKey(key.path("id").asText()) + "/deactivate").send();

        inTime().until(() -> holder.reaches("my-model").equals("401 invalid_api_key"));
    }

    @Test
    void checkWritesAgainstWhatOthersWrote() {
        String name = AdminContract.freshName("checked");
        admin.put(alias(name), "{\"target\": \"my-model\"}").send();

        Answer absent = AdminClient.of(there)
                .put(alias(name), "{\"target\": \"gpt-x\"}")
                .ifAbsent()
                .send();

        assertThat(absent.status()).isEqualTo(412);
        assertThat(absent.etag()).isEqualTo("\"1\"");
    }

    @Test
    void learnOfChangesWhenTheirListeningIsCutOff() {
        String name = AdminContract.freshName("cut");

        for (int i = 0; i < 5; i++) {
            String target = i % 2 == 0 ? "my-model" : "other";
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'aurora-listener' AND datname = current_database()");
            admin.put(alias(name), "{\"target\": \"" + target + "\"}").send();
            inTime().until(() -> elsewhere.reaches(name).equals(target));
        }
    }

    @Test
    void listenAgainAfterBeingCutOff() {
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'aurora-listener' AND datname = current_database()");

        await().atMost(Duration.ofSeconds(20)).until(() -> listeners() == 2);
    }

    @Test
    void learnOfChangesThatNobodySaysAnythingOf() {
        database.execute("ALTER TABLE setting_change DISABLE TRIGGER ALL");
        try {
            String name = AdminContract.freshName("silent");

            admin.put(alias(name), "{\"target\": \"my-model\"}").send();

            inTime().until(() -> elsewhere.reaches(name).equals("my-model"));
        } finally {
            database.execute("ALTER TABLE setting_change ENABLE TRIGGER ALL");
        }
    }

    @Test
    void goOnWhenAllTheirConnectionsAreCut() {
        String name = AdminContract.freshName("severed");
        admin.put(alias(name), "{\"target\": \"my-model\"}").send();

        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

        assertThat(Chat.at(here).reaches(name)).isEqualTo("my-model");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.put(alias(name), "{\"target\": \"second/other\"}")
                                .send()
                                .status()
                        == 200);
        inTime().until(() -> elsewhere.reaches(name).equals("other"));
    }

    @Test
    void countTogether() {
        String name = AdminContract.freshName("together");

        List<Integer> statuses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> AdminClient.of(i % 2 == 0 ? here : there)
                        .put(alias(i % 4 < 2 ? name : name + "." + i), "{\"target\": \"gpt-x\"}")
                        .send()
                        .status())
                .toList();

        assertThat(statuses).containsOnly(200, 201);
        Journal journal = Journal.of(admin);
        journal.assertWhole();
        assertThat(journal.of(name)).hasSize(20);
        inTime().untilAsserted(() ->
                assertThat(Journal.of(AdminClient.of(there)).revision()).isEqualTo(journal.revision()));
        assertThat(AdminClient.of(there).get("/export").send().text())
                .isEqualTo(admin.get("/export").send().text());
    }

    private int listeners() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE application_name = 'aurora-listener' AND datname = current_database()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What is promised between replicas. */
    private static ConditionFactory inTime() {
        return await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(2));
    }
}

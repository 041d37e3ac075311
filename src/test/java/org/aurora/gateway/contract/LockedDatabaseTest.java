package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An SQLite file that another process holds on to. */
class LockedDatabaseTest {
    private final TestUpstream upstream = EchoingUpstream.start();
    private final TestDatabase database = DatabaseKind.SQLITE.fresh();
    private final RunningGateway gateway = AdminContract.setup(upstream, "")
            .environment(database.environment())
            .start();
    private final AdminClient admin = AdminClient.of(gateway);

    @AfterEach
    void close() throws IOException {
        gateway.close();
        upstream.close();
        database.close();
    }

    @Test
    void refusesWritesAndGoesOnWhenItIsFree() throws SQLException {
        admin.put(alias("stored"), "{\"target\": \"my-model\"}").send();

        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            Answer refused =
                    admin.put(alias("new"), "{\"target\": \"my-model\"}").send();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("database_unavailable");
            assertThat(Chat.at(gateway).reaches("stored")).isEqualTo("my-model");
            assertThat(admin.get("/aliases").send().items()).hasSize(1);
            statement.execute("ROLLBACK");
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.put(alias("new"), "{\"target\": \"my-model\"}")
                                .send()
                                .status()
                        == 201);
        Journal.of(admin).assertWhole();
    }
}

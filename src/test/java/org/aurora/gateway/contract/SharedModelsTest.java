package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gateways on one PostgreSQL database: one asks the providers, the others know what it knows. */
class SharedModelsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(4);

    private final ModelServer upstream = new ModelServer();
    private final TestDatabase database = DatabaseKind.POSTGRESQL.fresh();

    @AfterEach
    void close() throws IOException {
        upstream.close();
        database.close();
    }

    private RunningGateway start() {
        return RunningGateway.with("providers:\n" + upstream.yaml("p"))
                .polling()
                .environment(database.environment())
                .environment("MODEL_REFRESH_INTERVAL", INTERVAL.toSeconds() + "s")
                .start();
    }

    private static long polls(RunningGateway gateway) {
        return ProviderReport.of(AdminClient.of(gateway), "p")
                .path("since_start")
                .path("polls")
                .asLong();
    }

    /** Whether one has told the others what it learned; one that starts before asks for itself. */
    private boolean shared() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM provider_models")) {
            return rows.next();
        }
    }

    @Test
    void areAskedForByOneAndThenByTheOther() {
        upstream.lists("p", "a");
        RunningGateway first = start();
        await().until(() -> VisibleModels.at(first).of("p").size() == 1);
        await().until(this::shared);
        try (RunningGateway second = start()) {
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> VisibleModels.at(second).of("p").size() == 1);
            upstream.lists("p", "a", "b");
            await().atMost(INTERVAL.multipliedBy(2))
                    .until(() -> VisibleModels.at(second).of("p").size() == 2);
            assertThat(polls(second)).isZero();
            assertThat(polls(first)).isGreaterThanOrEqualTo(2);

            first.close();
            upstream.lists("p", "a", "b", "c");

            await().atMost(INTERVAL.plusSeconds(2))
                    .until(() -> VisibleModels.at(second).of("p").size() == 3);
            assertThat(polls(second)).isPositive();
        }
    }

    @Test
    void areTakenOverFromOneThatWasKilled() {
        upstream.lists("p", "a");
        try (RunningGateway survivor = start()) {
            await().until(() -> VisibleModels.at(survivor).of("p").size() == 1);
            database.execute("UPDATE refresh_lease SET holder = 'somebody who is gone', beat = beat + 1");

            upstream.lists("p", "a", "b");

            await().atMost(INTERVAL.multipliedBy(2))
                    .until(() -> VisibleModels.at(survivor).of("p").size() == 2);
        }
    }

    @Test
    void areLearnedWhileTheDatabaseIsAway() {
        upstream.lists("p", "a");
        try (PostgresServer server = PostgresServer.stopped().start();
                RunningGateway gateway = RunningGateway.with("providers:\n" + upstream.yaml("p"))
                        .polling()
                        .environment(server.ownDatabase().environment())
                        .environment("MODEL_REFRESH_INTERVAL", INTERVAL.toSeconds() + "s")
                        .start()) {
            await().until(() -> VisibleModels.at(gateway).of("p").size() == 1);
            await().until(() -> rowsWith(server, "a") == 1);

            server.stop();
            upstream.lists("p", "b");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> VisibleModels.at(gateway).of("p").equals(List.of("b")));
            server.start();

            await().atMost(Duration.ofSeconds(20)).until(() -> rowsWith(server, "b") == 1);
        }
    }

    private static int rowsWith(PostgresServer server, String id) {
        try (var connection = server.ownDatabase().connect();
                var statement =
                        connection.prepareStatement("SELECT count(*) FROM provider_models WHERE value LIKE ?")) {
            statement.setString(1, "%{\"id\":\"" + id + "\"}%");
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            return 0;
        }
    }
}

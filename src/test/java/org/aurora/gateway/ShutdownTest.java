package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShutdownTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void refusesNewCallsLetsARunningStreamFinishAndFreesThePort() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        try (TestUpstream upstream = TestUpstream.answering(exchange -> {
            exchange.beginEvents();
            exchange.chunk("data: 1\n\n");
            finish.await(30, TimeUnit.SECONDS);
            exchange.chunk("data: [DONE]\n\n");
            exchange.endChunks();
        })) {
            RunningGateway gateway = RunningGateway.inFrontOf(upstream);
            HttpResponse<Stream<String>> running =
                    client.send(chat(gateway, true), HttpResponse.BodyHandlers.ofLines());
            URI ready = gateway.uri("/ready");

            CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway::close);

            await().untilAsserted(() -> assertThat(status(ready)).isEqualTo(503));
            HttpResponse<String> refused = client.send(chat(gateway, false), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("\"code\":\"shutting_down\"");
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            assertThat(closing).isNotDone();
            finish.countDown();
            assertThat(running.body().collect(Collectors.joining("\n"))).isEqualTo("data: 1\n\ndata: [DONE]\n");
            closing.get(20, TimeUnit.SECONDS);
            assertThat(isFree(gateway.port())).isTrue();
        }
    }

    /** Whoever waits for a stop kills the process soon: a call that runs on must not take its record with it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsACallThatRunsForTooLongAndRecordsIt(boolean stream, @TempDir Path data) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (TestUpstream upstream = TestUpstream.answering(exchange -> {
            if (stream) {
                exchange.beginEvents();
                exchange.chunk("data: 1\n\n");
            }
            begun.countDown();
            exchange.awaitClose();
        })) {
            RunningGateway gateway = RunningGateway.with(RunningGateway.yamlFor(upstream))
                    .environment("AURORA_DATA_DIR", data.toString())
                    .property("aurora.shutdown.drain-time", "300ms")
                    .start();
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(chat(gateway, stream), HttpResponse.BodyHandlers.ofString());
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            await().until(() -> gateway.openCalls() == 1);

            // Far from the time that Camel would wait for a call that is not answered.
            CompletableFuture.runAsync(gateway::close).get(8, TimeUnit.SECONDS);

            assertThat(answer).failsWithin(Duration.ofSeconds(5));
            assertThat(recorded(data)).containsExactly(stream ? "200 shutting_down" : "503 shutting_down");
        }
    }

    private static List<String> recorded(Path data) throws SQLException {
        List<String> calls = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("usage.db"));
                ResultSet rows = database.createStatement().executeQuery("SELECT status, error_code FROM usage_call")) {
            while (rows.next()) {
                calls.add(rows.getInt(1) + " " + rows.getString(2));
            }
        }
        return calls;
    }

    @Test
    void stopsAtOnceWhenNoCallIsOpen() throws Exception {
        RunningGateway gateway = RunningGateway.with("").start();
        assertThat(status(gateway.uri("/ready"))).isEqualTo(200);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway::close);

        closing.get(20, TimeUnit.SECONDS);
        assertThat(isFree(gateway.port())).isTrue();
    }

    private int status(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest chat(RunningGateway gateway, boolean stream) {
        return HttpRequest.newBuilder(gateway.uri("/v1/chat/completions"))
                .header("Authorization", "Bearer " + RunningGateway.MASTER_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"model\":\"up/gpt-x\",\"stream\":" + stream + ",\"messages\":[]}"))
                .build();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

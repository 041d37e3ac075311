package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.aurora.gateway.testing.NoLeaks;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One good provider among many that have their worst day. None of them is configured with a list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NoLeaks.class)
class BadModelListsTest {
    private static final int MIB = 1 << 20;

    private final ModelServer upstream = new ModelServer();
    private final CountDownLatch over = new CountDownLatch(1);
    private RunningGateway gateway;

    @SuppressWarnings("NullAway.Init")
    BadModelListsTest() {
        upstream.lists("good", "a", "b/c");
        upstream.on("hanging", exchange -> over.await(60, TimeUnit.SECONDS));
        upstream.on("dribbling", this::dribble);
        upstream.on("resetting", UpstreamExchange::reset);
        upstream.on("closing", UpstreamExchange::close);
        upstream.on("html", exchange -> exchange.document(200, "text/html", "<html><body>Welcome!</body></html>"));
        upstream.on("huge", BadModelListsTest::sendFiftyMebibytes);
        upstream.on("cut", exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"data\": [{\"id\": \"a\"},");
            exchange.close();
        });
        upstream.on(
                "moved",
                exchange -> exchange.raw("HTTP/1.1 302 Found\r\nlocation: " + upstream.baseUrl("good")
                        + "/models\r\ncontent-length: 0\r\n\r\n"));
        upstream.on("locked", exchange -> exchange.json(401, "{\"error\": {\"message\": \"bad key sk-secret\"}}"));
        upstream.on(
                "zipped",
                exchange ->
                        exchange.raw("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n" + "content-length: 2\r\n\r\n{}"));
        upstream.on("many", exchange -> exchange.json(200, many()));
        upstream.on(
                "doubled", exchange -> exchange.json(200, ModelServer.list("a", " ", "", "a", "b", "x".repeat(300))));
        upstream.on(
                "endless",
                exchange -> exchange.json(
                        200, "{\"data\": [{\"id\": \"m" + System.nanoTime() + "\"}], \"has_more\": true}"));
        upstream.on(
                "luring",
                exchange -> exchange.json(
                        200,
                        "{\"data\": [{\"id\": \"a\"}], \"has_more\": true, \"last_id\": \"http://elsewhere/&x=/../\","
                                + " \"next\": \"http://elsewhere/models\"}"));
    }

    private static String many() {
        return ModelServer.list(
                IntStream.range(0, 20_000).mapToObj(i -> "model-" + i).toArray(String[]::new));
    }

    private void dribble(UpstreamExchange exchange) throws Exception {
        exchange.raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        while (!over.await(200, TimeUnit.MILLISECONDS)) {
            exchange.chunk(" ");
        }
    }

    private static void sendFiftyMebibytes(UpstreamExchange exchange) throws IOException {
        exchange.raw("HTTP/1.1 200 OK\r\ncontent-length: " + 50 * MIB + "\r\n\r\n");
        byte[] piece = "{\"data\": [".concat(" ".repeat(MIB - 10)).getBytes(StandardCharsets.UTF_8);
        exchange.raw(piece);
        byte[] blanks = " ".repeat(MIB).getBytes(StandardCharsets.UTF_8);
        for (int i = 1; i < 50; i++) {
            exchange.raw(blanks);
        }
    }

    @BeforeAll
    void start() {
        StringBuilder yaml = new StringBuilder("providers:\n");
        for (String provider :
                "hanging dribbling resetting closing html huge cut moved locked zipped many doubled endless luring good"
                        .split(" ", -1)) {
            yaml.append(upstream.yaml(provider));
        }
        gateway = RunningGateway.with(yaml.toString()).polling().start();
    }

    @AfterAll
    void close() throws IOException {
        over.countDown();
        gateway.close();
        upstream.close();
    }

    @Test
    void delayNoOther() {
        Instant hung = Instant.parse(settled("hanging").path("last_poll").asText());
        Instant learned = Instant.parse(settled("good").path("last_success").asText());

        assertThat(Duration.between(learned, hung)).isGreaterThan(Duration.ofSeconds(5));
        assertThat(VisibleModels.at(gateway).of("good")).containsExactly("a", "b/c");
    }

    @ParameterizedTest
    @CsvSource({
        "hanging,   The provider did not answer in 10 seconds.",
        "dribbling, The provider did not answer in 10 seconds.",
        "resetting, 'The provider could not be reached, or closed the connection before it answered.'",
        "closing,   'The provider could not be reached, or closed the connection before it answered.'",
        "html,      'The provider''s answer is not JSON, or not of the usual shape.'",
        "huge,      The provider sent more than 16 MiB.",
        "cut,       The provider's answer was cut off.",
        "moved,     The provider answered 302.",
        "locked,    The provider refused the key (401).",
        "zipped,    'The provider''s answer is compressed, which it was not asked to be.'",
        "endless,   The provider's list has more than 100 pages."
    })
    void areInTheStatus(String provider, String reason) {
        JsonNode status = settled(provider);

        assertThat(status.path("state").asText()).isEqualTo("failed");
        assertThat(status.path("last_error").asText()).isEqualTo(reason);
        assertThat(status.path("models").path("total").asInt()).isZero();
    }

    @Test
    void mayBeLong() {
        assertThat(settled("many").path("models").path("upstream").asInt()).isEqualTo(20_000);
        assertThat(VisibleModels.at(gateway).of("many")).hasSize(20_000).contains("model-19999");
    }

    @Test
    void loseTheIdsThatCannotBeUsed() {
        assertThat(settled("doubled").path("dropped"))
                .isEqualTo(Answer.parse("{\"blank\": 2, \"repeated\": 1, \"too_long\": 1, \"invalid\": 0}"));
        assertThat(VisibleModels.at(gateway).of("doubled")).containsExactly("a", "b");
    }

    @Test
    void chooseNoHost() {
        assertThat(settled("luring").path("state").asText()).isEqualTo("ok");
        assertThat(upstream.requestLines("luring"))
                .containsExactly(
                        "GET /luring/v1/models HTTP/1.1",
                        "GET /luring/v1/models?after=http%3A%2F%2Felsewhere%2F%26x%3D%2F..%2F HTTP/1.1");
    }

    @Test
    void doNotKeepTheGatewayFromBeingReady() {
        await().atMost(Duration.ofSeconds(20)).until(() -> VisibleModels.at(gateway)
                .ready()
                .path("status")
                .asText()
                .equals("ready"));
    }

    private JsonNode settled(String provider) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !report(provider).path("state").asText().equals("pending"));
        return report(provider);
    }

    private JsonNode report(String provider) {
        return ProviderReport.of(AdminClient.of(gateway), provider);
    }
}

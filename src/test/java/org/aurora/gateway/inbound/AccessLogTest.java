package org.aurora.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.TestUpstream;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogTest {
    private static TestUpstream upstream;
    private static RunningGateway gateway;
    private AccessLines accessLines;
    private RawConnection connection;

    @BeforeAll
    static void start() {
        upstream = TestUpstream.answering(AccessLogTest::answer);
        gateway = RunningGateway.with(RunningGateway.yamlFor(upstream) + """
                        aliases:
                          regular: { target: "up/gpt-x" }
                        """).start();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        upstream.close();
    }

    @BeforeEach
    void connect() throws IOException {
        accessLines = AccessLines.open();
        connection = RawConnection.to(gateway);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
        accessLines.close();
    }

    /** What the request's body asks for: a cut stream, a cut binary answer, a stream that is cut when all is said. */
    private static void answer(UpstreamExchange exchange) throws IOException {
        String body = exchange.bodyText();
        if (body.contains("cut-events")) {
            exchange.beginEvents();
            exchange.chunk("data: 1\n\n");
            exchange.close();
        } else if (body.contains("cut-after-done")) {
            exchange.beginEvents();
            exchange.chunk("data: [DONE]\n\n");
            exchange.close();
        } else if (body.contains("cut-bytes")) {
            exchange.raw("HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\ncontent-length: 100\r\n\r\nabc");
            exchange.close();
        } else if (body.contains("events")) {
            exchange.beginEvents();
            exchange.chunk("data: 1\n\ndata: [DONE]\n\n");
            exchange.endChunks();
        } else {
            exchange.json(200, "{\"answer\":\"upstreams-secret\"}");
        }
    }

    private static RawRequest asking(String model, String say) {
        return RawRequest.chat().body("{\"model\":\"" + model + "\",\"say\":\"" + say + "\"}");
    }

    private String lineAfter(String id, RawRequest request) throws IOException {
        connection.send(request.header("X-Request-Id: " + id).text());
        try {
            connection.read();
        } catch (EOFException cutShort) {
            assertThat(id).startsWith("cut-");
        }
        return accessLines.lineOf(id);
    }

    @Test
    void hasOneLineWithIdNamesStatusTimeAndBytes() throws IOException {
        RawRequest request = asking("regular", "hello");

        String line = lineAfter("whole", request);

        assertThat(line)
                .matches("whole POST /v1/chat/completions regular -> up/gpt-x 200 \\d+ ms in "
                        + request.body().length() + " out " + "{\"answer\":\"upstreams-secret\"}".length());
        connection.exchange(RawRequest.of("GET", "/health"));
        assertThat(accessLines.of("whole")).hasSize(1);
    }

    @Test
    void countsTheBytesOfAStream() throws IOException {
        assertThat(lineAfter("stream", asking("regular", "events")))
                .matches("stream POST .* 200 \\d+ ms in \\d+ out " + "data: 1\n\ndata: [DONE]\n\n".length());
    }

    @Test
    void hasALineForEachRefusal() throws IOException {
        assertThat(lineAfter("not-found", RawRequest.get("/nowhere")))
                .matches("not-found GET /nowhere - -> - 404 \\d+ ms in 0 out \\d+");
        assertThat(lineAfter("no-key", RawRequest.post("/v1/chat/completions")))
                .matches("no-key POST /v1/chat/completions - -> - 401 \\d+ ms in 0 out \\d+");
        assertThat(lineAfter("no-model", asking("up/nothing", "x")))
                .matches("no-model POST /v1/chat/completions up/nothing -> - 404 \\d+ ms in \\d+ out \\d+");
        assertThat(lineAfter("no-host", RawRequest.get("/v1/models").without("Host")))
                .matches("no-host GET /v1/models - -> - 400 \\d+ ms in 0 out \\d+");
    }

    @Test
    void countsNoBytesThatHeadDoesNotSend() throws IOException {
        connection.send(
                RawRequest.of("HEAD", "/health").header("X-Request-Id: head").text());
        connection.readHead();

        assertThat(accessLines.lineOf("head")).matches("head HEAD /health - -> - 200 \\d+ ms in 0 out 0");
    }

    @Test
    void saysWhenTheProviderCutAStream() throws IOException {
        assertThat(lineAfter("cut-stream", asking("regular", "cut-events")))
                .matches("cut-stream POST .* 200 \\d+ ms in \\d+ out \\d+ cut short by the provider");
    }

    @Test
    void saysWhenTheProviderCutABinaryAnswer() throws IOException {
        assertThat(lineAfter("cut-binary", asking("regular", "cut-bytes").line("POST /v1/audio/speech HTTP/1.1")))
                .matches("cut-binary POST .* 200 \\d+ ms in \\d+ out 3 cut short by the provider");
    }

    @Test
    void saysNothingOfAStreamThatWasCutAfterItsEnd() throws IOException {
        assertThat(lineAfter("cut-done", asking("regular", "cut-after-done")))
                .matches("cut-done POST .* 200 \\d+ ms in \\d+ out \\d+");
    }

    @Test
    void neverHoldsABodyAKeyOrAHeader() throws IOException {
        lineAfter(
                "secrets",
                asking("regular", "body-secret")
                        .line("POST /v1/chat/completions?key=query-secret HTTP/1.1")
                        .header("Cookie: cookie-secret")
                        .header("X-Anything: header-secret"));
        lineAfter(
                "wrong-key",
                RawRequest.get("/v1/models").without("authorization").header("x-api-key: key-secret"));

        assertThat(accessLines.all())
                .noneMatch(line -> line.contains("-secret") || line.contains(RunningGateway.MASTER_KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up/a\\nwhole POST /forged",
                "up/a\\r\\nb",
                "up/a\\u2028b",
                "up/a\\u001b[31mred",
                "up/a -> up/b 200",
                "up/\\u202eevil",
                "up/\\ud800"
            })
    void isNotForgedByAModelName(String model) throws IOException {
        String line = lineAfter("forged", asking(model, "x"));

        assertThat(line).matches("forged POST /v1/chat/completions [!-~]+ -> - 40[04] \\d+ ms in \\d+ out \\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%0d%0aforged", "/caf\u00e9\u0085", "/a\u00a0b", "/a\\nb", "/\u009b31m"})
    void isNotForgedByAPath(String path) throws IOException {
        String line = lineAfter("forged", RawRequest.get(path));

        assertThat(line).matches("forged GET /[!-~\u00e9]+ - -> - 404 \\d+ ms in 0 out \\d+");
    }

    @Test
    void shortensAPathThatGoesOnForever() throws IOException {
        assertThat(lineAfter("long-path", RawRequest.get("/" + "x".repeat(10_000))))
                .hasSizeLessThan(400);
    }

    @Test
    void hasOneLineForEachPipelinedRequest() throws IOException {
        connection.send(asking("regular", "x").header("X-Request-Id: pipe-1").text()
                + RawRequest.get("/nowhere").header("X-Request-Id: pipe-2").text()
                + asking("regular", "events").header("X-Request-Id: pipe-3").text());
        List<Integer> statuses = List.of(
                connection.read().status(),
                connection.read().status(),
                connection.read().status());
        accessLines.lineOf("pipe-3");

        assertThat(statuses).containsExactly(200, 404, 200);
        assertThat(accessLines.all())
                .filteredOn(line -> line.startsWith("pipe-"))
                .hasSize(3);
    }
}

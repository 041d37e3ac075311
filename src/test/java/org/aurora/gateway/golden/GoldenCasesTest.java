package org.aurora.gateway.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aurora.gateway.testing.RunningGateway;
import org.aurora.gateway.testing.ScriptedProvider;
import org.aurora.gateway.testing.UpstreamExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays each folder below {@code golden}: the caller sends {@code client-request}, the provider gets {@code
 * upstream-request} and answers {@code upstream-response}, the caller gets {@code client-response}. What was seen is
 * left in {@code target/golden}, as the files would have it.
 */
class GoldenCasesTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final Path SEEN = Path.of("target/golden");
    private static final int READ_TIMEOUT_MILLIS = 10_000;

    private static final ScriptedProvider PROVIDER = ScriptedProvider.start();
    private static final Map<String, RunningGateway> GATEWAYS = new HashMap<>();

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @AfterAll
    static void close() {
        GATEWAYS.values().forEach(RunningGateway::close);
        PROVIDER.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replays(String name) throws IOException {
        Path folder = CASES.resolve(name);
        byte[] answer = HttpMessage.in(folder.resolve("upstream-response.http")).wire();
        PROVIDER.answers(exchange -> exchange.raw(answer));

        HttpMessage clientResponse = normalised(
                send(HttpMessage.in(folder.resolve("client-request.http")).wire(), gateway(folder)));

        HttpMessage upstreamRequest = normalised(asMessage(PROVIDER.request()));
        leave(name, "upstream-request.http", upstreamRequest);
        leave(name, "client-response.http", clientResponse);
        assertSeen(upstreamRequest, folder.resolve("upstream-request.http"));
        assertSeen(clientResponse, folder.resolve("client-response.http"));
    }

    /**
     * All that may differ from one run to the next: the provider's port, and the request id that the gateway makes
     * where the caller sent none. The framing of chunks is not part of a message and is never compared.
     */
    private static HttpMessage normalised(HttpMessage message) {
        return new HttpMessage(
                message.startLine(),
                message.headers().stream()
                        .map(line -> line.replaceFirst("^(host: 127\\.0\\.0\\.1):\\d+$", "$1:{port}"))
                        .map(line -> line.replaceFirst("^x-request-id: req_[0-9a-f]{32}$", "x-request-id: {made}"))
                        .toList(),
                message.body());
    }

    private static RunningGateway gateway(Path folder) throws IOException {
        Path own = folder.resolve("aurora.yaml");
        String yaml = Files.readString(Files.exists(own) ? own : CASES.resolve("aurora.yaml"));
        int port = PROVIDER.upstream().port();
        return GATEWAYS.computeIfAbsent(
                yaml, text -> RunningGateway.with(text.replace("{port}", Integer.toString(port)))
                        .start());
    }

    private static HttpMessage send(byte[] request, RunningGateway gateway) throws IOException {
        try (Socket socket = gateway.connect()) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            return HttpMessage.from(socket.getInputStream());
        }
    }

    private static HttpMessage asMessage(UpstreamExchange exchange) {
        return new HttpMessage(exchange.requestLine(), exchange.headerLines(), exchange.body());
    }

    private static void leave(String name, String file, HttpMessage seen) throws IOException {
        Files.createDirectories(SEEN.resolve(name));
        Files.write(SEEN.resolve(name).resolve(file), seen.file());
    }

    private static void assertSeen(HttpMessage seen, Path expected) throws IOException {
        assertThat(expected).as("what was seen is in " + SEEN).exists();
        byte[] bytes = Files.readAllBytes(expected);
        // As text first: a difference in bytes alone is hard to read.
        assertThat(new String(seen.file(), UTF_8)).isEqualTo(new String(bytes, UTF_8));
        assertThat(seen.file()).isEqualTo(bytes);
    }
}

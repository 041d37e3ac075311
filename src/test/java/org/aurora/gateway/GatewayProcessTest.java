package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process of its own: what it prints, its exit code, and what a signal does. */
class GatewayProcessTest {
    private final Path folder;

    GatewayProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void endsWithOneSentenceAndStatusOneWhenItCannotStart() throws Exception {
        Process process = process("run", "0");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(errors()))
                .containsExactly("Aurora cannot start: environment variable AURORA_PORT: '0' is not a whole number"
                        + " from 1 to 65535");
        assertThat(process.inputReader().lines()).isEmpty();
    }

    @Test
    void writesOutItsLogWhenItIsTerminated() throws Exception {
        int port = freePort();
        Process process = process("demo", Integer.toString(port));
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.contains("Press Ctrl-C")))
                    .isTrue();
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/models"))
                                    .header("x-request-id", "the-last-call")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());

            process.toHandle().destroy();

            assertThat(output.lines().anyMatch(line -> line.contains("the-last-call")))
                    .isTrue();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readAllLines(errors())).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process process(String command, String port) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            line.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        line.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-Daurora.home=" + Path.of("").toAbsolutePath(),
                Gateway.class.getName(),
                command));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("AURORA_PORT", port);
        builder.environment().put("AURORA_DATA_DIR", folder.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL") || name.startsWith("JDK_JAVA"));
        return builder.redirectError(errors().toFile()).start();
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package org.aurora.gateway.contract;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aurora.gateway.Gateway;
import org.aurora.gateway.testing.RunningGateway;

/** A gateway in a process of its own, which can be killed as the kernel kills. */
final class GatewayProcess implements AutoCloseable {
    private final Process process;
    private final URI uri;
    private final File log;

    private GatewayProcess(Process process, URI uri, File log) {
        this.process = process;
        this.uri = uri;
        this.log = log;
    }

    /** Starts in a home that may have been used before, and returns once it is ready. */
    static GatewayProcess start(RunningGateway.Setup setup, Path home) {
        try {
            int port = RunningGateway.freePort();
            if (Files.notExists(home.resolve("routes"))) {
                setup.layOut(home);
            }
            File log = home.resolve("gateway.log").toFile();
            GatewayProcess started = new GatewayProcess(
                    launch(setup.variables(port), home, log), URI.create("http://127.0.0.1:" + port), log);
            await().atMost(Duration.ofSeconds(90)).until(started::ready);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Map<String, String> environment, Path home, File log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Daurora.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Gateway.class.getName()));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        return builder.start();
    }

    private boolean ready() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("the gateway ended: " + Files.readString(log.toPath()));
        }
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(uri.resolve("/ready"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI uri() {
        return uri;
    }

    /** SIGKILL; returns once it is dead. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("not dead after 20 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM; returns once it has ended by itself. */
    void terminate() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("not ended after 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** What it has printed, and those before it in the same home. */
    String log() {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

package org.aurora.gateway.extending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aurora.gateway.testing.RunningGateway;

/** What an integrator does: puts files into the custom folder, and sends requests. */
final class Custom {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Custom() {}

    /** Adds a file of docs/examples, which is laid out as the custom folder is. */
    static RunningGateway.Setup example(RunningGateway.Setup setup, String path) {
        try {
            return setup.file("custom/" + path, Files.readString(Path.of("docs/examples", path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A gateway whose custom folder has one route file with this text. */
    static RunningGateway withRoute(String providers, String route) {
        return RunningGateway.with(providers)
                .file("custom/routes/own.camel.yaml", route)
                .start();
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest.Builder get(RunningGateway gateway, String path) {
        return HttpRequest.newBuilder(gateway.uri(path));
    }

    static HttpRequest.Builder chat(RunningGateway gateway, String model) {
        return post(gateway, "/v1/chat/completions", "{\"model\":\"" + model + "\",\"messages\":[]}");
    }

    static HttpRequest.Builder post(RunningGateway gateway, String path, String json) {
        return HttpRequest.newBuilder(gateway.uri(path))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    static HttpRequest.Builder withKey(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + RunningGateway.MASTER_KEY);
    }
}

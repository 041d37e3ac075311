package org.aurora.gateway.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.aurora.gateway.testing.RunningGateway;

/** A client that sends what it is given, with the master key. */
record PlainClient(RunningGateway gateway, HttpClient http) {
    private static final JsonMapper JSON = new JsonMapper();

    static PlainClient of(RunningGateway gateway) {
        return new PlainClient(
                gateway,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** A chat with the model of that name. */
    HttpResponse<String> chat(String model) throws IOException, InterruptedException {
        return post("{\"model\":" + quoted(model) + ",\"messages\":[]}");
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return send(request("/v1/chat/completions")
                .header("Content-Type", "application/json")
                .POST(body));
    }

    /** Gets a path that is already percent-encoded where it has to be. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = gateway.uri(path);
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + RunningGateway.MASTER_KEY);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A JSON string, which is a YAML one too. */
    static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

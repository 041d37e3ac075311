package org.aurora.gateway.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.aurora.gateway.testing.RunningGateway;

/** What a gateway says when it is asked past the dashboard, to see what came of something done there. */
final class GatewayApi {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningGateway gateway;

    GatewayApi(RunningGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Reads from the admin API.
     *
     * @param path goes on after {@code /admin/api/v1}
     */
    JsonNode get(String path) {
        return read(send("GET", "/admin/api/v1" + path, "", RunningGateway.MASTER_KEY));
    }

    /** Writes through the admin API, whatever the version; gives an empty node where the answer has no body. */
    JsonNode write(String method, String path, String json) {
        return read(send(method, "/admin/api/v1" + path, json, RunningGateway.MASTER_KEY));
    }

    /** The status of the admin API for a path that is read. */
    int status(String path) {
        return send("GET", "/admin/api/v1" + path, "", RunningGateway.MASTER_KEY)
                .statusCode();
    }

    /** Whether the data plane takes a key: 200, or 401. */
    int statusWith(String key) {
        return send("GET", "/v1/models", "", key).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String json, String key) {
        HttpRequest request = HttpRequest.newBuilder(gateway.uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new AssertionError(answer.request() + " -> " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

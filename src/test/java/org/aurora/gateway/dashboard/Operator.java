package org.aurora.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aurora.gateway.testing.RunningGateway;

/** Somebody who writes and reads settings by the admin API, while another one looks at the dashboard. */
final class Operator {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningGateway gateway;
    private final String key;

    private Operator(RunningGateway gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** Holds the master key. */
    static Operator of(RunningGateway gateway) {
        return new Operator(gateway, RunningGateway.MASTER_KEY);
    }

    Operator withKey(String other) {
        return new Operator(gateway, other);
    }

    /**
     * Writes; fails where that is refused.
     *
     * @param path goes on after {@code /admin/api/v1}
     * @param headers names and values in turn
     */
    JsonNode put(String path, String json, String... headers) {
        return parsed(succeeded(send("PUT", path, json, headers)));
    }

    JsonNode post(String path, String json, String... headers) {
        return parsed(succeeded(send("POST", path, json, headers)));
    }

    void delete(String path) {
        succeeded(send("DELETE", path, ""));
    }

    JsonNode get(String path) {
        return parsed(succeeded(send("GET", path, "")));
    }

    /** The answer as it is written, YAML perhaps. */
    String text(String path) {
        return succeeded(send("GET", path, "")).body();
    }

    int status(String path) {
        return send("GET", path, "").statusCode();
    }

    /** An alias of one target. */
    void alias(String name, String target, String... headers) {
        put(alias(name), "{\"target\": \"" + target + "\"}", headers);
    }

    /** The path of an alias. */
    static String alias(String name) {
        return "/aliases/" + segment(name);
    }

    /** The path of a rule. */
    static String rule(String selector) {
        return "/model-overrides/" + segment(selector);
    }

    /** All changes of a name, newest first. */
    List<JsonNode> changesOf(String name) {
        return StreamSupport.stream(
                        get("/changes?limit=200&name=" + segment(name)).spliterator(), false)
                .toList();
    }

    long newestRevision() {
        return get("/changes?limit=1").path(0).path("revision").asLong();
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri("/admin/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> succeeded(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.body())
                .isLessThan(300);
        return answer;
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

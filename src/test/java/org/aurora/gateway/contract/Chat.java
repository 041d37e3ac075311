package org.aurora.gateway.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.aurora.gateway.testing.RunningGateway;

/** Calls models at one gateway, whose upstream is an {@link EchoingUpstream}. */
record Chat(URI gateway, String key) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static Chat at(RunningGateway gateway) {
        return new Chat(gateway.uri(""), RunningGateway.MASTER_KEY);
    }

    /** The same gateway, called with another key. */
    Chat withKey(String other) {
        return new Chat(gateway, other);
    }

    /** The model that a call of this name reached; where it reached none, the error's status and code. */
    String reaches(String name) {
        Answer answer = call(name);
        return answer.status() == 200 ? answer.json().path("model").asText() : answer.status() + " " + answer.code();
    }

    private Answer call(String name) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .setAll(Map.of(
                        "model",
                        JsonNodeFactory.instance.textNode(name),
                        "messages",
                        JsonNodeFactory.instance.arrayNode()))
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/v1/chat/completions"))
                .timeout(Duration.ofSeconds(20))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return new Answer(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

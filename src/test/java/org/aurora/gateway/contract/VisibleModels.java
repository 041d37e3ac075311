package org.aurora.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aurora.gateway.testing.RunningGateway;

/** What {@code /v1/models} and {@code /ready} of a gateway say. */
record VisibleModels(URI gateway) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static VisibleModels at(RunningGateway gateway) {
        return new VisibleModels(gateway.uri(""));
    }

    /** All ids, in the order given. */
    List<String> ids() {
        return StreamSupport.stream(list().spliterator(), false)
                .map(model -> model.path("id").asText())
                .toList();
    }

    /** All ids of one provider, without its name, in the order given. */
    List<String> of(String provider) {
        return ids().stream()
                .filter(id -> id.startsWith(provider + "/"))
                .map(id -> id.substring(provider.length() + 1))
                .toList();
    }

    JsonNode list() {
        return get("/v1/models").path("data");
    }

    JsonNode ready() {
        return get("/ready");
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("authorization", "Bearer " + RunningGateway.MASTER_KEY)
                .build();
        try {
            return Answer.parse(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.aurora.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What came back for one call. */
record Answer(HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The ETag, quotes included. */
    String etag() {
        return header("etag").orElseThrow(() -> new AssertionError("no ETag: " + this));
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + this, e);
        }
    }

    /** The elements of a JSON array. */
    Stream<JsonNode> items() {
        return StreamSupport.stream(json().spliterator(), false);
    }

    /** The code of the error object; empty text where this is none. */
    String code() {
        return json().path("error").path("code").asText();
    }

    /** The message of the error object; empty text where this is none. */
    String message() {
        return json().path("error").path("message").asText();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        String text = text();
        String shown = text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
        return response.request().method() + " " + shortened(response.uri().toString()) + " -> " + status() + " "
                + shown;
    }

    private static String shortened(String uri) {
        return uri.length() > 300 ? uri.substring(0, 300) + "…" : uri;
    }
}

package org.aurora.gateway.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One call of the admin API, put together and then sent. */
final class AdminCall {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String method;
    private final String path;
    private final HttpRequest.Builder request;
    private byte[] body = new byte[0];

    AdminCall(HttpClient http, String method, URI gateway, String path) {
        this.http = http;
        this.method = method;
        this.path = path;
        this.request = HttpRequest.newBuilder(URI.create(gateway + ApiDocument.BASE + path))
                .timeout(PATIENCE);
    }

    AdminCall header(String name, String value) {
        request.header(name, value);
        return this;
    }

    /** Only if this is the current version. */
    AdminCall ifMatch(String etag) {
        return header("If-Match", etag);
    }

    /** Only if nothing is there. */
    AdminCall ifAbsent() {
        return header("If-None-Match", "*");
    }

    AdminCall because(String reason) {
        return header("X-Change-Reason", reason);
    }

    AdminCall json(String text) {
        return body(text, "application/json");
    }

    AdminCall yaml(String text) {
        return body(text, "application/yaml");
    }

    AdminCall body(String text, String contentType) {
        return bytes(text.getBytes(StandardCharsets.UTF_8)).header("content-type", contentType);
    }

    /** A body of which nothing is said. */
    AdminCall bytes(byte[] content) {
        body = content.clone();
        return this;
    }

    /** The answer, whatever its status, once it was found to be as the document says. */
    Answer send() {
        HttpRequest.BodyPublisher publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        Answer answer = new Answer(exchange(request.method(method, publisher).build()));
        ApiDocument.ADMIN.check(method, path, body, answer);
        return answer;
    }

    private HttpResponse<byte[]> exchange(HttpRequest ready) {
        try {
            return http.send(ready, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

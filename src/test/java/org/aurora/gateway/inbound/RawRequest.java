package org.aurora.gateway.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aurora.gateway.testing.RunningGateway;

/**
 * The text of a request, well-formed unless a test makes it otherwise: with a host, and for a body with its type and
 * length.
 */
record RawRequest(String line, List<String> headerLines, String body) {
    static final String CHAT_BODY = "{\"model\":\"up/gpt-x\",\"messages\":[]}";
    static final String KEY = "Authorization: Bearer " + RunningGateway.MASTER_KEY;

    static RawRequest of(String method, String target) {
        return new RawRequest(method + " " + target + " HTTP/1.1", List.of("Host: localhost"), "");
    }

    /** A chat request that is answered, with the master key. */
    static RawRequest chat() {
        return post("/v1/chat/completions").header(KEY);
    }

    /** A chat request without a key. */
    static RawRequest post(String target) {
        return of("POST", target).header("Content-Type: application/json").body(CHAT_BODY);
    }

    static RawRequest get(String target) {
        return of("GET", target).header(KEY);
    }

    RawRequest header(String headerLine) {
        List<String> more = new ArrayList<>(headerLines);
        more.add(headerLine);
        return new RawRequest(line, more, body);
    }

    RawRequest without(String name) {
        List<String> fewer = headerLines.stream()
                .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .toList();
        return new RawRequest(line, fewer, body);
    }

    RawRequest line(String newLine) {
        return new RawRequest(newLine, headerLines, body);
    }

    /** With this body and its length. */
    RawRequest body(String newBody) {
        int length = newBody.getBytes(StandardCharsets.ISO_8859_1).length;
        return new RawRequest(line, without("content-length").headerLines(), newBody)
                .header("Content-Length: " + length);
    }

    /** With the same body as one chunk. */
    RawRequest chunked() {
        String framed = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        return new RawRequest(line, without("content-length").headerLines(), framed)
                .header("Transfer-Encoding: chunked");
    }

    String head() {
        return line + "\r\n" + String.join("\r\n", headerLines) + "\r\n\r\n";
    }

    String text() {
        return head() + body;
    }
}

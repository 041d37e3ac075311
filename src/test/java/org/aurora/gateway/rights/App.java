package org.aurora.gateway.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.aurora.gateway.testing.MadeKey;
import org.aurora.gateway.testing.RunningGateway;

/**
 * A program that calls the gateway and sends whatever bytes it likes, each request on a connection of its own.
 *
 * @param headerLines what it sends each time
 */
public record App(RunningGateway gateway, List<String> headerLines) {
    private static final Pattern IDS = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");

    /** One answer; it was read to its end. */
    public record Answer(int status, String head, String body) {
        /** The code of the error; empty text where there is none. */
        public String code() {
            return CODE.matcher(body)
                    .results()
                    .findFirst()
                    .map((MatchResult found) -> found.group(1))
                    .orElse("");
        }

        public Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        /** The ids of a list. */
        public List<String> ids() {
            return IDS.matcher(body)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }

    public static App withoutKey(RunningGateway gateway) {
        return new App(gateway, List.of());
    }

    public static App of(MadeKey key) {
        return new App(key.gateway(), List.of("Authorization: Bearer " + key.value()));
    }

    public static App master(RunningGateway gateway) {
        return new App(gateway, List.of("Authorization: Bearer " + RunningGateway.MASTER_KEY));
    }

    /** The same with one more header. */
    public App sending(String headerLine) {
        List<String> more = new ArrayList<>(headerLines);
        more.add(headerLine);
        return new App(gateway, more);
    }

    public App at(String userPath) {
        return sending("X-Aurora-User-Path: " + userPath);
    }

    /** A chat with the model of that name. */
    public Answer chat(String model) throws IOException {
        return post("/v1/chat/completions", "{\"model\":\"" + model + "\",\"messages\":[]}");
    }

    public Answer post(String target, String json) throws IOException {
        return send("POST", target, json, "Content-Type: application/json");
    }

    public Answer put(String target, String json) throws IOException {
        return send("PUT", target, json, "Content-Type: application/json");
    }

    public Answer get(String target) throws IOException {
        return send("GET", target, "");
    }

    public List<String> listed() throws IOException {
        return get("/v1/models").ids();
    }

    public Answer send(String method, String target, String body, String... moreHeaders) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: gateway\r\n");
        headerLines.forEach(line -> request.append(line).append("\r\n"));
        Arrays.asList(moreHeaders).forEach(line -> request.append(line).append("\r\n"));
        request.append("Connection: close\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n\r\n");
        try (Socket socket = gateway.connect()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.toString().getBytes(UTF_8));
            socket.getOutputStream().write(bytes);
            return answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text.substring(0, end), text.substring(end + 4));
    }
}

package org.aurora.gateway.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A managed key of a running gateway.
 *
 * @param value what its holder sends
 */
public record MadeKey(RunningGateway gateway, String id, String value) {
    private static final Pattern FIELDS = Pattern.compile("\"id\":\"(\\w+)\",\"value\":\"(\\w+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Makes one with these settings: the body of {@code POST /auth-keys}. */
    public static MadeKey at(RunningGateway gateway, String settings) throws IOException, InterruptedException {
        String answer = post(gateway, "/auth-keys", settings);
        Matcher fields = FIELDS.matcher(answer);
        if (!fields.find()) {
            throw new AssertionError("no key: " + answer);
        }
        return new MadeKey(gateway, fields.group(1), fields.group(2));
    }

    public void revoke() throws IOException, InterruptedException {
        post(gateway, "/auth-keys/" + id + "/deactivate", "{}");
    }

    private static String post(RunningGateway gateway, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.uri("/admin/api/v1" + path))
                .header("authorization", "Bearer " + RunningGateway.MASTER_KEY)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}

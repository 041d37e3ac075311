package org.aurora.gateway.contract;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.aurora.gateway.testing.RunningGateway;

/** Speaks to one gateway's admin API as one caller. Safe for several threads. */
final class AdminClient {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI gateway;
    private final Optional<String> key;

    private AdminClient(URI gateway, Optional<String> key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** Holds the master key. */
    static AdminClient of(RunningGateway gateway) {
        return of(gateway.uri(""));
    }

    /** Holds the master key of the gateway at this address, which ends before the path. */
    static AdminClient of(URI gateway) {
        return new AdminClient(gateway, Optional.of(RunningGateway.MASTER_KEY));
    }

    AdminClient withKey(String other) {
        return new AdminClient(gateway, Optional.of(other));
    }

    AdminClient withoutKey() {
        return new AdminClient(gateway, Optional.empty());
    }

    AdminCall get(String path) {
        return call("GET", path);
    }

    AdminCall put(String path, String json) {
        return call("PUT", path).json(json);
    }

    AdminCall delete(String path) {
        return call("DELETE", path);
    }

    AdminCall post(String path) {
        return call("POST", path);
    }

    /** Any method; the path begins with a slash and goes on after {@code /admin/api/v1}. */
    AdminCall call(String method, String path) {
        AdminCall call = new AdminCall(HTTP, method, gateway, path);
        key.ifPresent(text -> call.header("authorization", "Bearer " + text));
        return call;
    }

    /** A text as one segment of a path. */
    static String segment(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
    }

    /** The path of an alias. */
    static String alias(String name) {
        return "/aliases/" + segment(name);
    }

    /** The path of a rule. */
    static String rule(String selector) {
        return "/model-overrides/" + segment(selector);
    }

    /** The path of a model's price. */
    static String price(String selector) {
        return "/model-pricing/" + segment(selector);
    }

    /** The path of a key. */
    static String authKey(String id) {
        return "/auth-keys/" + segment(id);
    }
}

package org.aurora.gateway.upstream;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aurora.gateway.model.Secret;

/** Which headers go to a provider: an allow-list of the caller's, what a route added by intent, and the key. */
final class UpstreamHeaders {
    /** A message header of this prefix, which no caller can send, goes upstream under the rest of its name. */
    static final String ADDED_BY_ROUTE = "upstream.";

    private static final Set<String> FROM_CALLER = Set.of(
            "content-type",
            "accept",
            "user-agent",
            "openai-beta",
            "anthropic-version",
            "anthropic-beta",
            "traceparent",
            "tracestate");
    private static final String SDK_FACTS = "x-stainless-";

    private final HttpHeaders headers = new DefaultHttpHeaders();

    UpstreamHeaders fromCaller(HttpHeaders received) {
        for (Map.Entry<String, String> header : received) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (FROM_CALLER.contains(name) || name.startsWith(SDK_FACTS)) {
                headers.add(name, header.getValue());
            }
        }
        return this;
    }

    UpstreamHeaders fromRoute(Map<String, Object> messageHeaders) {
        for (Map.Entry<String, Object> header : messageHeaders.entrySet()) {
            if (header.getKey().startsWith(ADDED_BY_ROUTE) && header.getValue() != null) {
                headers.set(header.getKey().substring(ADDED_BY_ROUTE.length()), header.getValue());
            }
        }
        return this;
    }

    UpstreamHeaders withKey(String name, String scheme, Secret key) {
        headers.set(name, scheme.isEmpty() ? key.reveal() : scheme + " " + key.reveal());
        return this;
    }

    HttpHeaders build() {
        if (!headers.contains("content-type")) {
            headers.set("content-type", "application/json");
        }
        if (!headers.contains("accept")) {
            headers.set("accept", "*/*");
        }
        return headers;
    }
}

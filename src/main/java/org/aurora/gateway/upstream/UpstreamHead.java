package org.aurora.gateway.upstream;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Status and headers of a provider's answer, reduced to what a caller may get.
 *
 * @param status the HTTP status
 * @param headers those on the allow-list, content type and encoding among them; not to be changed
 */
public record UpstreamHead(int status, HttpHeaders headers) {
    private static final Set<String> PASSED_ON =
            Set.of("content-type", "content-encoding", "retry-after", "retry-after-ms", "openai-processing-ms");
    private static final String RATE_LIMITS = "x-ratelimit-";

    static UpstreamHead of(int status, HttpHeaders received) {
        HttpHeaders kept = new DefaultHttpHeaders();
        for (Map.Entry<String, String> header : received) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (PASSED_ON.contains(name) || name.startsWith(RATE_LIMITS)) {
                kept.add(name, header.getValue());
            }
        }
        return new UpstreamHead(status, kept);
    }

    /** An answer made inside the gateway. */
    public static UpstreamHead of(int status, String contentType) {
        return new UpstreamHead(status, new DefaultHttpHeaders().set("content-type", contentType));
    }

    /** Whether its body is as it was written, so that it can be read; no provider is asked for anything else. */
    public boolean plain() {
        return !headers.contains("content-encoding");
    }

    /** The media type in lower case, without parameters; empty when upstream named none. */
    public String mediaType() {
        String value = headers.get("content-type", "");
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the provider did what it was asked to. */
    public boolean success() {
        return status >= 200 && status < 300;
    }

    boolean temporaryRefusal() {
        return status == 429 || status >= 500;
    }
}

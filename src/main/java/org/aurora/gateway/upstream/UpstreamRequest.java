package org.aurora.gateway.upstream;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;

/**
 * One request as it leaves for a provider.
 *
 * @param label what the log calls it: the call's id and the provider's name
 * @param uri where to: the provider's base URL and the operation
 * @param operation the path below the base URL, such as {@code chat/completions}
 * @param headers all of them but length and host
 * @param body read only; it is not released by sending
 * @param usageAdded whether the body asks, for the gateway alone, for an event that says what was used
 */
record UpstreamRequest(String label, URI uri, String operation, HttpHeaders headers, ByteBuf body, boolean usageAdded) {
    UpstreamRequest(String label, URI uri, String operation, HttpHeaders headers, ByteBuf body) {
        this(label, uri, operation, headers, body, false);
    }
}

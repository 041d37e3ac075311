package org.aurora.gateway.upstream;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.aurora.gateway.inventory.Listing;
import org.aurora.gateway.provider.Provider;

/**
 * How a provider is asked for a page of its models. Host and path are the operator's and the kamelet's; of what the
 * provider said on the page before nothing gets here but the cursor, encoded, as the value of one parameter.
 */
record ListingRequest(UpstreamEndpoint endpoint, Provider provider) {
    UpstreamRequest request(Listing listing, Map<String, Object> messageHeaders) {
        return new UpstreamRequest(
                "models " + provider.name(), uri(listing), "models", headers(messageHeaders), Unpooled.EMPTY_BUFFER);
    }

    private URI uri(Listing listing) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        endpoint.apiVersion(provider).ifPresent(query::add);
        Optional.of(endpoint.getListQuery()).filter(text -> !text.isEmpty()).ifPresent(query::add);
        listing.cursor()
                .map(cursor -> endpoint.getListCursor() + "=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                .ifPresent(query::add);
        return URI.create(location() + query);
    }

    private String location() {
        URI base = UpstreamEndpoint.baseUrl(provider);
        String host = base.getScheme() + "://" + base.getRawAuthority();
        String path = endpoint.getListPath();
        if (path.startsWith("/")) {
            return host + path;
        }
        String prefix = endpoint.getPathPrefix().isEmpty() ? "" : endpoint.getPathPrefix() + "/";
        return host + above(base.getRawPath()) + "/" + prefix + path;
    }

    private String above(String path) {
        int cut = endpoint.getListAbove().isEmpty() ? -1 : (path + "/").indexOf("/" + endpoint.getListAbove() + "/");
        return cut < 0 ? path : path.substring(0, cut);
    }

    private HttpHeaders headers(Map<String, Object> messageHeaders) {
        HttpHeaders headers = new DefaultHttpHeaders().set("accept", "application/json");
        headers.add(new UpstreamHeaders().fromRoute(messageHeaders).build());
        headers.remove("content-type").set("accept", "application/json");
        String[] own = endpoint.getListHeader().split(":", 2);
        if (own.length == 2) {
            headers.set(own[0].strip(), own[1].strip());
        }
        String keyHeader = endpoint.getListKeyHeader();
        provider.key().ifPresent(key -> {
            if (keyHeader.isEmpty()) {
                String scheme = endpoint.getKeyScheme();
                headers.set(endpoint.getKeyHeader(), scheme.isEmpty() ? key.reveal() : scheme + " " + key.reveal());
            } else {
                headers.set(keyHeader, key.reveal());
            }
        });
        return headers;
    }
}

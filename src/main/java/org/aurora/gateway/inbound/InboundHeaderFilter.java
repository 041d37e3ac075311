package org.aurora.gateway.inbound;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers cross between HTTP and a Camel message. In: everything but Camel's own names. Out: what a route set, but
 * never a credential or what only the connection may say.
 */
final class InboundHeaderFilter implements HeaderFilterStrategy {
    private static final Set<String> NEVER_OUT = Set.of(
            "authorization",
            "proxy-authorization",
            "x-api-key",
            "cookie",
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "keep-alive",
            "te",
            "trailer",
            "upgrade");

    /** True refuses the header, as Camel's interface has it. */
    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return camelOwn(name) || addressesProviders(name);
    }

    /** True refuses the header, as Camel's interface has it. */
    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return camelOwn(name) || addressesProviders(name) || NEVER_OUT.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Names by which a route, and only a route, sends headers on to providers. */
    private static boolean addressesProviders(String name) {
        return name.regionMatches(true, 0, "upstream.", 0, 9);
    }

    private static boolean camelOwn(String name) {
        return name.regionMatches(true, 0, "Camel", 0, 5) || name.regionMatches(true, 0, "org.apache.camel", 0, 16);
    }
}

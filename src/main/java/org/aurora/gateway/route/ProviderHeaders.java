package org.aurora.gateway.route;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The message headers that go to providers. What hooks set is meant for whichever provider answers; what one
 * provider's kamelet adds is that provider's own, a second credential perhaps, and must not reach the next one.
 */
final class ProviderHeaders {
    private static final String PREFIX = "upstream.";
    private static final String REMEMBERED = "aurora.provider-headers";

    private ProviderHeaders() {}

    /** Notes what is set before the first attempt. */
    static void remember(Exchange exchange) {
        Map<String, Object> set = new HashMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (ours(name)) {
                set.put(name, value);
            }
        });
        exchange.setProperty(REMEMBERED, set);
    }

    /** Goes back to what was noted. */
    static void restore(Exchange exchange) {
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        headers.keySet().removeIf(ProviderHeaders::ours);
        Map<?, ?> remembered = exchange.getProperty(REMEMBERED, Map.of(), Map.class);
        remembered.forEach((name, value) -> headers.put(String.valueOf(name), value));
    }

    private static boolean ours(String name) {
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }
}

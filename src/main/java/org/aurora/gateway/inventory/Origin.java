package org.aurora.gateway.inventory;

import java.net.URI;
import org.aurora.gateway.provider.Provider;

/**
 * What knowledge about a provider's models is tied to: under another type or address the same name is another
 * provider.
 *
 * @param baseUrl empty for a provider inside the gateway
 */
public record Origin(String provider, String type, String baseUrl) {
    public static Origin of(Provider provider) {
        return new Origin(
                provider.name(),
                provider.type(),
                provider.baseUrl().map(URI::toString).orElse(""));
    }

    /** One text that tells it from all others. */
    public String text() {
        return provider + " " + type + " " + baseUrl;
    }
}

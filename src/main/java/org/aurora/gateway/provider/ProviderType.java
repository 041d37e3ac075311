package org.aurora.gateway.provider;

import java.net.URI;
import java.util.Optional;

/**
 * What one kind of provider needs before it can be spoken to. How it is spoken to is its kamelet's business.
 *
 * @param name the type as written in the configuration
 * @param defaultBaseUrl where its public service is; empty where every installation has an address of its own
 * @param baseUrl whether a provider of this type has an address
 * @param key whether a provider of this type has a credential
 */
public record ProviderType(String name, Optional<URI> defaultBaseUrl, Need baseUrl, Need key) {

    /** A type known by its kamelet alone, which may answer by itself and so need neither address nor key. */
    static ProviderType custom(String name) {
        return new ProviderType(name, Optional.empty(), Need.OPTIONAL, Need.OPTIONAL);
    }
}

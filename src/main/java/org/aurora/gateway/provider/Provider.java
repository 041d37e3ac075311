package org.aurora.gateway.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.model.Secret;

/**
 * One configured upstream.
 *
 * @param name what operators and selectors call it
 * @param type how it is spoken to: the kamelet {@code <type>-provider}
 * @param baseUrl where it is, without a trailing slash; empty for a provider inside the gateway
 * @param key its credential, where it has one
 * @param apiVersion the {@code api-version} query parameter, for types that ask for it
 * @param models the configured list, in order; empty where none is configured
 * @param offReason why it cannot be used; empty when it can
 */
public record Provider(
        String name,
        String type,
        Optional<URI> baseUrl,
        Optional<Secret> key,
        Optional<String> apiVersion,
        List<ConfiguredModel> models,
        Optional<String> offReason) {

    public Provider {
        models = List.copyOf(models);
    }

    /** Whether requests may be sent to it. An off provider keeps its name but has no models. */
    public boolean on() {
        return offReason.isEmpty();
    }

    /** The kamelet that knows how to speak to this type of provider. */
    public String kamelet() {
        return type + "-provider";
    }
}

package org.aurora.gateway.model;

/**
 * One model at one provider: the only thing a request can finally be sent to.
 *
 * @param provider the configured provider's name
 * @param model the provider's own model id, slashes included
 */
public record ProviderModel(String provider, String model) {
    /** The text that names this model and nothing else: {@code provider/model}. */
    public String selector() {
        return provider + "/" + model;
    }
}

package org.aurora.gateway.metrics;

import org.aurora.gateway.model.ProviderModel;

/**
 * What the measurements of a call are told apart by, each text fit for a label.
 *
 * @param provider the configured provider's name
 * @param model the request model
 * @param alias the alias that was called
 */
record CallLabels(String provider, String model, String alias, String operation) {
    static final String NONE = "(none)";
    static final String UNKNOWN = "(unknown)";
    static final String OTHER = "(other)";

    CallLabels {
        provider = LabelText.of(provider);
        model = LabelText.of(model);
        alias = LabelText.of(alias);
        operation = LabelText.of(operation);
    }

    CallLabels withoutNames() {
        return new CallLabels(provider, OTHER, OTHER, operation);
    }

    /** What makes one model the same as another. */
    ProviderModel providerModel() {
        return new ProviderModel(provider, model);
    }
}

package org.aurora.gateway.resolve;

import java.util.List;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.provider.Provider;

/**
 * One attempt: where to send the request, and under which model name.
 *
 * @param requestModel the model id that is sent upstream
 * @param aliasChain the aliases that led here, from the one called downwards
 */
public record Target(Provider provider, String requestModel, List<String> aliasChain) {
    /** The same place as a name. */
    public ProviderModel model() {
        return new ProviderModel(provider.name(), requestModel);
    }

    /** The kamelet that dispatches to the provider. */
    public String kamelet() {
        return provider.kamelet();
    }
}

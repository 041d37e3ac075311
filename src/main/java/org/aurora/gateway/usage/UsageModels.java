package org.aurora.gateway.usage;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.model.ProviderModel;

/**
 * The names of one call, from the one that was asked for to the one that answered.
 *
 * @param original what the caller asked for; empty where the request named nothing that could be read
 * @param aliasChain the aliases on the way to the target, from the name called downwards
 * @param request provider and model that the request was last sent to; empty where it was sent nowhere
 * @param response what the provider says answered
 */
public record UsageModels(
        Optional<String> original,
        List<String> aliasChain,
        Optional<ProviderModel> request,
        Optional<String> response) {
    public UsageModels {
        aliasChain = List.copyOf(aliasChain);
    }
}

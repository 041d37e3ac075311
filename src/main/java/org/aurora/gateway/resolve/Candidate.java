package org.aurora.gateway.resolve;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.model.ProviderModel;

/**
 * One place where a name may lead.
 *
 * @param aliasChain the aliases gone through, from the one called downwards; empty where the model itself was called
 * @param selector the text that named it: the last alias's target, or what was asked for
 * @param model the model named; empty where the text names nothing known, or a broken alias
 * @param known whether the inventory has that model
 * @param weightedOut whether a weight of 0 on the way keeps it from ever being chosen
 */
public record Candidate(
        List<String> aliasChain, String selector, Optional<ProviderModel> model, boolean known, boolean weightedOut) {

    /** A known model that was called by its own name. */
    static Candidate direct(String selector, ProviderModel model) {
        return new Candidate(List.of(), selector, Optional.of(model), true, false);
    }
}

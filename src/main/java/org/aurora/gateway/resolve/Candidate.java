package org.aurora.gateway.resolve;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.access.Way;
import org.aurora.gateway.model.ProviderModel;

/**
 * One place where a name may lead.
 *
 * @param way the aliases gone through, and which of them are asked
 * @param selector the text that named it: the last alias's target, or what was asked for
 * @param model the model named; empty where the text names nothing known, or a broken alias
 * @param known whether the inventory has that model
 * @param weightedOut whether a weight of 0 on the way keeps it from ever being chosen
 */
public record Candidate(Way way, String selector, Optional<ProviderModel> model, boolean known, boolean weightedOut) {
    /** The aliases gone through, from the one called downwards; empty where the model itself was called. */
    public List<String> aliasChain() {
        return way.aliases();
    }

    /** A known model that was called by its own name. */
    static Candidate direct(String selector, ProviderModel model) {
        return new Candidate(Way.DIRECT, selector, Optional.of(model), true, false);
    }
}

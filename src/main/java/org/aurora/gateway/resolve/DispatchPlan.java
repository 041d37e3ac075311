package org.aurora.gateway.resolve;

import java.util.List;

/**
 * Where to send a request.
 *
 * @param targets in the order in which to try them; never empty, no model twice
 */
public record DispatchPlan(List<Target> targets) implements Selection {
    public DispatchPlan {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a plan without a target");
        }
    }

    /** The one to try first. */
    public Target first() {
        return targets.get(0);
    }

    @Override
    public DispatchPlan orThrow() {
        return this;
    }
}

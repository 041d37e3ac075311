package org.aurora.gateway.resolve;

import java.util.Optional;
import org.aurora.gateway.access.AccessDecision;

/** A candidate and whether the caller may use it, which is asked for every one, known or not. */
public record JudgedCandidate(Candidate candidate, AccessDecision access) {
    /** Why it is out of the question; empty where it can be tried. */
    public Optional<Strike> strike() {
        if (!candidate.known()) {
            return Optional.of(Strike.NOT_IN_INVENTORY);
        }
        if (!access.allowed()) {
            return Optional.of(Strike.ACCESS_DENIED);
        }
        return candidate.weightedOut() ? Optional.of(Strike.WEIGHT_ZERO) : Optional.empty();
    }

    /** Whether it can be tried. */
    public boolean open() {
        return candidate.known() && access.allowed() && !candidate.weightedOut();
    }
}

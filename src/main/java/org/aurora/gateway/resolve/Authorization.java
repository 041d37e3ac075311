package org.aurora.gateway.resolve;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.caller.Caller;

/**
 * What a caller may do with a name.
 *
 * @param candidates one for each of the resolution's, in its order
 */
public record Authorization(Resolution resolution, Caller caller, List<JudgedCandidate> candidates) {
    public Authorization {
        candidates = List.copyOf(candidates);
    }

    /** Whether there is a candidate to try. */
    public boolean open() {
        for (JudgedCandidate judged : candidates) {
            if (judged.open()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The candidate whose denial keeps the caller out; empty where a candidate can be tried, or where access is not the reason
     * that none can. Access comes before absence: a caller who may use none of the places a name leads to is denied,
     * even where all of them are gone.
     */
    public Optional<JudgedCandidate> denied() {
        if (open()) {
            return Optional.empty();
        }
        boolean allDenied =
                candidates.stream().noneMatch(judged -> judged.access().allowed());
        return candidates.stream()
                .filter(judged -> allDenied || judged.strike().equals(Optional.of(Strike.ACCESS_DENIED)))
                .findFirst();
    }
}

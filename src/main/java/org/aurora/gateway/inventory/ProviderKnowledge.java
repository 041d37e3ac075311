package org.aurora.gateway.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What asking one provider has taught so far: the last result, and the last list that held something.
 *
 * @param origin which provider
 * @param polledAt when it was last asked
 * @param problem why the last answer was no list, for operators; empty where it was one
 * @param failures how many answers in a row were none
 * @param learnedAt when it last gave a list; empty where it never did
 * @param models that list
 * @param dropped what was left out of that list
 * @param restored whether it was kept over a restart and not confirmed since
 */
public record ProviderKnowledge(
        Origin origin,
        Instant polledAt,
        Optional<String> problem,
        int failures,
        Optional<Instant> learnedAt,
        List<LearnedModel> models,
        DroppedIds dropped,
        boolean restored) {
    private static final String EMPTY = "The provider listed no models.";

    public ProviderKnowledge {
        models = List.copyOf(models);
    }

    /** What is known after a first result. */
    public static ProviderKnowledge first(Origin origin, PollResult result, Instant at) {
        return new ProviderKnowledge(
                        origin, at, Optional.empty(), 0, Optional.empty(), List.of(), DroppedIds.NONE, false)
                .after(result, at);
    }

    /** What is known after one more result. A list without models counts as none. */
    public ProviderKnowledge after(PollResult result, Instant at) {
        if (result instanceof PollResult.Listed listed && !listed.models().isEmpty()) {
            return new ProviderKnowledge(
                    origin, at, Optional.empty(), 0, Optional.of(at), listed.models(), listed.dropped(), false);
        }
        String reason = result instanceof PollResult.Failed failed ? failed.reason() : EMPTY;
        return new ProviderKnowledge(
                origin, at, Optional.of(reason), failures + 1, learnedAt, models, dropped, restored);
    }

    /** The same, read from a file that an earlier process wrote. */
    public ProviderKnowledge asRestored() {
        return new ProviderKnowledge(origin, polledAt, problem, failures, learnedAt, models, dropped, true);
    }

    /** Whether the last answer was a list. */
    public boolean answered() {
        return problem.isEmpty();
    }
}

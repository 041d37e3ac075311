package org.aurora.gateway.inventory;

import java.util.List;

/** What came of asking a provider for its models. */
public sealed interface PollResult {
    /** It gave a list, which may be empty. */
    record Listed(List<LearnedModel> models, DroppedIds dropped) implements PollResult {
        public Listed {
            models = List.copyOf(models);
        }
    }

    /**
     * It gave none.
     *
     * @param reason one sentence for operators; it names no host and holds nothing that the provider sent
     */
    record Failed(String reason) implements PollResult {}
}

package org.aurora.gateway.discovery;

import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.inventory.ModelSource;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.provider.Provider;

/**
 * How it stands with one provider's models.
 *
 * @param asked whether the provider is asked for its models at all
 * @param knowledge what asking it taught; empty where it has not been asked yet
 * @param models how many models it has, by where they are known from; sources without models are left out
 */
public record ProviderStatus(
        Provider provider,
        boolean asked,
        Optional<ProviderKnowledge> knowledge,
        Map<ModelSource, Integer> models,
        PollCounts counts,
        Optional<ProviderChange> lastChange) {
    /** What can be said in one word. */
    public enum State {
        /** Its last answer was a list, or it is not asked. */
        OK,
        /** It has not been asked yet. */
        PENDING,
        /** Its last answer was none. */
        FAILED,
        /** It lacks something and cannot be used. */
        OFF
    }

    public ProviderStatus {
        models = Map.copyOf(models);
    }

    public State state() {
        if (!provider.on()) {
            return State.OFF;
        }
        if (!asked) {
            return State.OK;
        }
        if (knowledge.isEmpty()) {
            return State.PENDING;
        }
        return knowledge.get().answered() ? State.OK : State.FAILED;
    }

    /** Why it is off, or failed; one sentence for operators. */
    public Optional<String> reason() {
        return provider.offReason().or(() -> asked ? knowledge.flatMap(ProviderKnowledge::problem) : Optional.empty());
    }

    /** How many models it has. */
    public int count() {
        return models.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package org.aurora.gateway.resolve;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.alias.CompiledAlias;

/** What a name stands for, whoever asks. */
public sealed interface Resolution {
    /** The text that was looked up: the request's {@code model}, or {@code provider/model} where it gave both. */
    String originalModel();

    /** The text that a caller is told there is no model of, where that is all the caller may know. */
    String unknownAs();

    /** Every place the name may lead, in the order written; none where it names nothing. */
    List<Candidate> candidates();

    /** The alias that was called, where one was. */
    Optional<CompiledAlias> calledAlias();

    /** The name is an alias, or a model that a provider has. */
    record Resolved(
            String originalModel, String unknownAs, Optional<CompiledAlias> calledAlias, List<Candidate> candidates)
            implements Resolution {}

    /** The name is no alias, and no provider has it. */
    record NotFound(String originalModel) implements Resolution {
        @Override
        public String unknownAs() {
            return originalModel;
        }

        @Override
        public List<Candidate> candidates() {
            return List.of();
        }

        @Override
        public Optional<CompiledAlias> calledAlias() {
            return Optional.empty();
        }
    }

    /** The aliases that every way down goes through, from the one called; none where a model was called. */
    default List<String> aliasChain() {
        List<String> common =
                candidates().isEmpty() ? List.of() : candidates().get(0).aliasChain();
        for (Candidate candidate : candidates()) {
            int shared = 0;
            while (shared < Math.min(common.size(), candidate.aliasChain().size())
                    && common.get(shared).equals(candidate.aliasChain().get(shared))) {
                shared++;
            }
            common = common.subList(0, shared);
        }
        return common;
    }
}

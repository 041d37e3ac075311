package org.aurora.gateway.resolve;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aurora.gateway.access.AccessStep;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.model.ProviderModel;

/**
 * What a call would come to, and why: the resolver's own decision, with everything that it was made of.
 *
 * @param generation the snapshot's, on which this was decided
 * @param code the error that a call would get; empty where it would be sent
 * @param originalModel the text that was looked up
 * @param aliasChain the aliases on the way to the target; where there is none, those that every way goes through
 * @param candidates every place the name may lead, in the order written
 * @param target where a call would be sent first; with several targets by weight this time
 * @param decidedBy what allowed the target, or what denied; empty where access played no part
 * @param considered the questions that led to that, in the order asked
 * @param listed whether the caller's list of models has that name
 */
public record Explanation(
        long generation,
        Optional<ErrorCode> code,
        String originalModel,
        List<String> aliasChain,
        List<ExplainedCandidate> candidates,
        Optional<ProviderModel> target,
        Optional<String> decidedBy,
        List<AccessStep> considered,
        boolean listed) {

    public Explanation {
        aliasChain = List.copyOf(aliasChain);
        candidates = List.copyOf(candidates);
        considered = List.copyOf(considered);
    }

    /** Decides as a call would, and looks closer. */
    public static Explanation of(Snapshot snapshot, RequestedModel asked, Caller caller, RandomGenerator random) {
        Decision decision = Resolver.decide(snapshot, asked, caller, random);
        return new Explanation(
                decision.generation(),
                decision.code(),
                decision.originalModel(),
                decision.aliasChain(),
                decision.candidates().stream()
                        .map(judged -> explained(snapshot, judged, caller))
                        .toList(),
                decision.plan().map(plan -> plan.first().model()),
                decision.decidedBy(),
                decision.decisive()
                        .map(judged ->
                                explained(snapshot, judged, caller).access().steps())
                        .orElse(List.of()),
                ModelList.lists(snapshot, caller, decision.originalModel()));
    }

    private static ExplainedCandidate explained(Snapshot snapshot, JudgedCandidate judged, Caller caller) {
        Candidate candidate = judged.candidate();
        return new ExplainedCandidate(judged, snapshot.access().explain(caller, candidate.way(), candidate.model()));
    }

    /** A call that is refused before its name is looked at. */
    public static Explanation refused(Snapshot snapshot, String model, ErrorCode code) {
        return new Explanation(
                snapshot.generation(),
                Optional.of(code),
                model,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    /** The HTTP status that a call would get from the gateway itself; 200 where it would be sent. */
    public int status() {
        return code.map(ErrorCode::status).orElse(200);
    }
}

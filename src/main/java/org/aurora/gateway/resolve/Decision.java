package org.aurora.gateway.resolve;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.error.ErrorCode;

/**
 * Everything there is to say about one request's name: what was decided, by what, and what else was considered.
 *
 * @param generation the snapshot's, on which this was decided
 * @param authorization what the name stands for, and what the caller may do with each of that
 * @param selection where it goes, or why nowhere
 * @param responseModel which model name the answer carries
 */
public record Decision(long generation, Authorization authorization, Selection selection, ResponseModel responseModel) {

    static Decision of(Snapshot snapshot, Authorization authorization, Selection selection) {
        ResponseModel responseModel = authorization
                .resolution()
                .calledAlias()
                .flatMap(alias -> alias.definition().responseModel())
                .orElse(snapshot.settings().responseModel());
        return new Decision(snapshot.generation(), authorization, selection, responseModel);
    }

    /** The HTTP status that a call would get from the gateway itself; 200 where it would be sent. */
    public int status() {
        return code().map(ErrorCode::status).orElse(200);
    }

    /** The error that a call would get; empty where it would be sent. */
    public Optional<ErrorCode> code() {
        return selection instanceof Refused refused ? Optional.of(refused.code()) : Optional.empty();
    }

    /** The text that was looked up. */
    public String originalModel() {
        return authorization.resolution().originalModel();
    }

    /** The aliases on the way to the first target; where there is none, those that every way goes through. */
    public List<String> aliasChain() {
        return plan().map(plan -> plan.first().aliasChain())
                .orElseGet(() -> authorization.resolution().aliasChain());
    }

    /** Every candidate in the order written, with why it was struck out, if it was. */
    public List<JudgedCandidate> candidates() {
        return authorization.candidates();
    }

    /** Where it goes; empty where it is refused. */
    public Optional<DispatchPlan> plan() {
        return selection instanceof DispatchPlan plan ? Optional.of(plan) : Optional.empty();
    }

    /** What allowed the first target; where access was the reason for a refusal, what denied. */
    public Optional<String> decidedBy() {
        return decisive().map(judged -> judged.access().decidedBy());
    }

    /** The candidate that comes first, or the one whose denial is the refusal; empty where access played no part. */
    public Optional<JudgedCandidate> decisive() {
        return plan().map(plan -> candidateOf(plan.first())).orElseGet(authorization::denied);
    }

    private Optional<JudgedCandidate> candidateOf(Target target) {
        return candidates().stream()
                .filter(JudgedCandidate::open)
                .filter(judged -> judged.candidate().aliasChain().equals(target.aliasChain()))
                .filter(judged -> judged.candidate().model().equals(Optional.of(target.model())))
                .findFirst();
    }

    /**
     * The plan.
     *
     * @throws org.aurora.gateway.error.GatewayException the refusal
     */
    public DispatchPlan orThrow() {
        return selection.orThrow();
    }
}

package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aurora.gateway.access.AccessPolicy;
import org.aurora.gateway.access.Way;
import org.aurora.gateway.alias.CompiledAlias;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.model.ProviderModel;

/**
 * Decides what a name leads to, in three pure steps: what it stands for, whether this caller may use that, and what to
 * try in which order. Calls, lists, look-ups and explanations all ask here; nothing else decides.
 */
public final class Resolver {
    private Resolver() {}

    /** All three steps. */
    public static Decision decide(Snapshot snapshot, RequestedModel asked, Caller caller, RandomGenerator random) {
        return decide(snapshot, authorize(snapshot, resolve(snapshot, asked), caller), random);
    }

    /** The last step, with everything that led to it. */
    public static Decision decide(Snapshot snapshot, Authorization authorization, RandomGenerator random) {
        return Decision.of(snapshot, authorization, select(snapshot, authorization, random));
    }

    /**
     * What the name stands for; access plays no part. A {@code provider} is the same as writing {@code
     * provider/model}; if that names nothing and the model already begins so, the model alone is meant.
     */
    public static Resolution resolve(Snapshot snapshot, RequestedModel asked) {
        if (asked.provider().isEmpty()) {
            return resolve(snapshot, asked.model(), asked.model());
        }
        String prefix = asked.provider().get() + "/";
        String combined = prefix + asked.model();
        String last = asked.model().startsWith(prefix) ? asked.model() : combined;
        Resolution resolution = resolve(snapshot, combined, last);
        return resolution instanceof Resolution.NotFound && !last.equals(combined)
                ? resolve(snapshot, last, last)
                : resolution;
    }

    private static Resolution resolve(Snapshot snapshot, String text, String unknownAs) {
        Optional<CompiledAlias> alias = snapshot.aliases().find(text);
        if (alias.isPresent()) {
            return new Resolution.Resolved(text, unknownAs, alias, Candidates.of(alias.get()));
        }
        Optional<ProviderModel> model = snapshot.inventory().named(text);
        return model.isPresent() && snapshot.inventory().has(model.get())
                ? new Resolution.Resolved(
                        text, unknownAs, Optional.empty(), List.of(Candidate.direct(text, model.get())))
                : new Resolution.NotFound(text);
    }

    /** Whether the caller may use each of the candidates, and why. */
    public static Authorization authorize(Snapshot snapshot, Resolution resolution, Caller caller) {
        AccessPolicy policy = snapshot.access();
        List<JudgedCandidate> judged = new ArrayList<>(resolution.candidates().size());
        for (Candidate candidate : resolution.candidates()) {
            judged.add(new JudgedCandidate(candidate, policy.decide(caller, candidate.way(), candidate.model())));
        }
        return new Authorization(resolution, caller, judged);
    }

    /** Whether the caller may know of a model: a caller let through an alias need not know what stands behind it. */
    public static boolean maySee(Snapshot snapshot, Caller caller, ProviderModel model) {
        return snapshot.access().decide(caller, Way.DIRECT, Optional.of(model)).allowed();
    }

    /** Why the caller cannot be served under this name; empty where there is something to try. */
    public static Optional<Refused> refusal(Snapshot snapshot, Authorization authorization) {
        return Refusals.of(snapshot, authorization);
    }

    /**
     * What to try, in order: the candidates left once the unknown ones and then the denied ones are struck out,
     * arranged by each alias's strategy. None left: the refusal.
     */
    public static Selection select(Snapshot snapshot, Authorization authorization, RandomGenerator random) {
        Optional<Refused> refused = refusal(snapshot, authorization);
        return refused.isPresent() ? refused.get() : plan(snapshot, authorization, random);
    }

    private static DispatchPlan plan(Snapshot snapshot, Authorization authorization, RandomGenerator random) {
        List<JudgedCandidate> leaves = authorization.candidates();
        if (leaves.size() == 1) {
            return new DispatchPlan(List.of(target(snapshot, leaves.get(0).candidate())));
        }
        CompiledAlias called = authorization.resolution().calledAlias().orElseThrow();
        Map<ProviderModel, Target> targets = new LinkedHashMap<>();
        for (JudgedCandidate judged : Candidates.inOrder(called, leaves, snapshot.pricing(), random)) {
            Candidate candidate = judged.candidate();
            targets.computeIfAbsent(candidate.model().orElseThrow(), model -> target(snapshot, candidate));
        }
        return new DispatchPlan(List.copyOf(targets.values()));
    }

    private static Target target(Snapshot snapshot, Candidate candidate) {
        ProviderModel model = candidate.model().orElseThrow();
        return new Target(snapshot.provider(model.provider()).orElseThrow(), model.model(), candidate.aliasChain());
    }
}

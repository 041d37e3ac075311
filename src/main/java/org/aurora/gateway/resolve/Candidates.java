package org.aurora.gateway.resolve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aurora.gateway.access.Way;
import org.aurora.gateway.alias.AliasAccess;
import org.aurora.gateway.alias.Branch;
import org.aurora.gateway.alias.CompiledAlias;
import org.aurora.gateway.alias.Destination;
import org.aurora.gateway.pricing.Pricing;

/**
 * The leaves of an alias's tree: listed in the order written, and later put in the order to try. Both walk the same
 * branches in the same order, and a broken alias is one leaf to both, so the second can take the judged leaves one by
 * one.
 */
final class Candidates {
    private Candidates() {}

    /** Every place the alias may lead, in the order written. */
    static List<Candidate> of(CompiledAlias called) {
        List<Candidate> leaves = new ArrayList<>();
        collect(called, Way.DIRECT, false, leaves);
        return List.copyOf(leaves);
    }

    private static void collect(CompiledAlias alias, Way above, boolean weightedOut, List<Candidate> leaves) {
        Way way = above.through(alias.name(), alias.definition().access() == AliasAccess.ALIAS);
        if (alias.broken()) {
            leaves.add(new Candidate(way, alias.name(), Optional.empty(), false, weightedOut));
        }
        for (Branch branch : alias.branches()) {
            boolean out = weightedOut || alias.definition().strategy().neverChooses(branch.weight());
            Destination destination = branch.destination();
            if (destination instanceof Destination.Chained chained) {
                collect(chained.alias(), way, out, leaves);
            } else if (destination instanceof Destination.Model model) {
                leaves.add(new Candidate(way, model.selector(), Optional.of(model.model()), model.known(), out));
            } else {
                leaves.add(new Candidate(way, destination.selector(), Optional.empty(), false, out));
            }
        }
    }

    /**
     * The open ones among the leaves in the order to try them. Every alias arranges its own branches by its own
     * strategy, and a branch without an open leaf is dropped before.
     *
     * @param leaves those of {@link #of}, judged, in the same order
     */
    static List<JudgedCandidate> inOrder(
            CompiledAlias called, List<JudgedCandidate> leaves, Pricing pricing, RandomGenerator random) {
        return arrange(called, leaves.iterator(), pricing, random);
    }

    private static List<JudgedCandidate> arrange(
            CompiledAlias alias, Iterator<JudgedCandidate> leaves, Pricing pricing, RandomGenerator random) {
        if (alias.broken()) {
            return openOnly(leaves.next());
        }
        List<Weighted<List<JudgedCandidate>>> groups = new ArrayList<>();
        for (Branch branch : alias.branches()) {
            List<JudgedCandidate> group = branch.destination() instanceof Destination.Chained chained
                    ? arrange(chained.alias(), leaves, pricing, random)
                    : openOnly(leaves.next());
            if (!group.isEmpty()) {
                groups.add(new Weighted<>(branch.weight(), group));
            }
        }
        List<Weighted<List<JudgedCandidate>>> arranged =
                switch (alias.definition().strategy()) {
                    case WEIGHTED -> Weighted.shuffle(groups, random);
                    case FAILOVER -> groups;
                    case COST -> cheapestFirst(groups, pricing);
                };
        return arranged.stream().flatMap(group -> group.value().stream()).toList();
    }

    /** Each way by what it would try first. */
    private static List<Weighted<List<JudgedCandidate>>> cheapestFirst(
            List<Weighted<List<JudgedCandidate>>> groups, Pricing pricing) {
        record Priced(Weighted<List<JudgedCandidate>> group, Optional<BigDecimal> price) {}
        return groups.stream()
                .map(group -> new Priced(group, price(group.value().get(0), pricing)))
                .sorted(Comparator.comparing((Priced priced) -> priced.price().isEmpty())
                        .thenComparing(priced -> priced.price().orElse(BigDecimal.ZERO)))
                .map(Priced::group)
                .toList();
    }

    private static Optional<BigDecimal> price(JudgedCandidate judged, Pricing pricing) {
        return judged.candidate().model().flatMap(model -> pricing.effective(model)
                .inputPlusOutput());
    }

    private static List<JudgedCandidate> openOnly(JudgedCandidate judged) {
        return judged.open() ? List.of(judged) : List.of();
    }
}

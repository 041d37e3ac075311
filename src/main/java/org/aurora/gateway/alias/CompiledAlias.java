package org.aurora.gateway.alias;

import java.util.List;
import java.util.Optional;

/**
 * An enabled alias with its targets found. Aliases that share a target share its compiled form, so the whole book
 * is a graph without cycles and never larger than what was configured. Two are equal only if they are the same.
 */
public final class CompiledAlias {
    private final Alias alias;
    private final List<Branch> branches;
    private final Optional<AliasProblem> problem;
    private final int depth;
    private final int candidates;
    private final boolean usable;

    private CompiledAlias(Alias alias, List<Branch> branches, Optional<AliasProblem> problem) {
        this.alias = alias;
        this.branches = List.copyOf(branches);
        this.problem = problem;
        int deepest = 0;
        int below = 0;
        boolean oneUsable = false;
        for (Branch branch : branches) {
            deepest = Math.max(deepest, depthBelow(branch));
            below += candidatesBelow(branch);
            oneUsable |= usable(branch, alias.strategy());
        }
        this.depth = 1 + deepest;
        this.candidates = Math.max(1, below);
        this.usable = oneUsable;
    }

    static CompiledAlias of(Alias alias, List<Branch> branches) {
        return new CompiledAlias(alias, branches, Optional.empty());
    }

    /** A dead end: for aliases that lead to it, it counts as one candidate that nobody has. */
    static CompiledAlias broken(Alias alias, AliasProblem.Kind kind, String sentence) {
        return new CompiledAlias(alias, List.of(), Optional.of(new AliasProblem(alias.name(), kind, sentence)));
    }

    public String name() {
        return alias.name();
    }

    /** The alias as the operator wrote it. */
    public Alias definition() {
        return alias;
    }

    /** The ways on, in the order written; none where the alias is broken. */
    public List<Branch> branches() {
        return branches;
    }

    /** Whether its own form makes it a dead end, whatever models there are. */
    public boolean broken() {
        return problem.isPresent();
    }

    /** Whether at least one model behind it is known and may be chosen. Access is another matter. */
    public boolean usable() {
        return usable;
    }

    /** What is wrong with it, if anything is. */
    public Optional<AliasProblem> problem() {
        if (problem.isPresent() || usable) {
            return problem;
        }
        String sentence = "No model behind the alias '" + name() + "' is known today (weights of 0 aside): " + targets()
                + "; calls to it are answered 503 until one is.";
        return Optional.of(new AliasProblem(name(), AliasProblem.Kind.NO_KNOWN_TARGET, sentence));
    }

    /** How many aliases follow one another on the longest way down, this one included. */
    int depth() {
        return depth;
    }

    /** How many models stand behind it, one that can be reached in two ways counted twice; at least 1. */
    int candidates() {
        return candidates;
    }

    private static int candidatesBelow(Branch branch) {
        return branch.destination() instanceof Destination.Chained chained ? chained.alias().candidates : 1;
    }

    private static int depthBelow(Branch branch) {
        return branch.destination() instanceof Destination.Chained chained ? chained.alias().depth : 0;
    }

    private static boolean usable(Branch branch, Strategy strategy) {
        return !strategy.neverChooses(branch.weight()) && known(branch.destination());
    }

    private static boolean known(Destination destination) {
        if (destination instanceof Destination.Chained chained) {
            return chained.alias().usable;
        }
        return destination instanceof Destination.Model model && model.known();
    }

    private String targets() {
        return String.join(
                ", ", alias.targets().stream().map(AliasTarget::selector).toList());
    }
}

package org.aurora.gateway.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;

/** Finds what each target names and orders the work so that every alias is compiled after those it leads to. */
final class AliasCompiler {
    private static final int NAMES_IN_A_SENTENCE = 8;

    private final List<Alias> aliases;
    private final Map<String, Integer> positions;
    private final Inventory inventory;
    private final CompiledAlias[] compiled;

    /**
     * @param aliases the enabled ones
     * @param positions where in that list each name is
     */
    AliasCompiler(List<Alias> aliases, Map<String, Integer> positions, Inventory inventory) {
        this.aliases = aliases;
        this.positions = positions;
        this.inventory = inventory;
        this.compiled = new CompiledAlias[aliases.size()];
    }

    /** All of them, in the order given. */
    List<CompiledAlias> compile() {
        int[][] edges = aliases.stream().map(this::aliasesBelow).toArray(int[][]::new);
        for (List<Integer> component : StrongComponents.childrenFirst(edges)) {
            if (isCycle(component, edges)) {
                breakCycle(component);
            } else {
                int position = component.get(0);
                compiled[position] = compileOne(aliases.get(position));
            }
        }
        return List.of(compiled);
    }

    private int[] aliasesBelow(Alias alias) {
        return alias.targets().stream()
                .flatMapToInt(target -> aliasNamedBy(target, alias).stream().mapToInt(Integer::intValue))
                .toArray();
    }

    /** A target is looked up as an alias first, unless it is the alias's own text and can mean a model. */
    private Optional<Integer> aliasNamedBy(AliasTarget target, Alias owner) {
        String text = target.selector();
        boolean ownModel = text.equals(owner.name()) && inventory.read(text) instanceof Selector.OneModel;
        return ownModel ? Optional.empty() : Optional.ofNullable(positions.get(text));
    }

    private static boolean isCycle(List<Integer> component, int[][] edges) {
        int first = component.get(0);
        return component.size() > 1 || IntStream.of(edges[first]).anyMatch(next -> next == first);
    }

    private void breakCycle(List<Integer> component) {
        List<String> names =
                component.stream().sorted().map(at -> aliases.get(at).name()).toList();
        String members = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_IN_A_SENTENCE)))
                + (names.size() > NAMES_IN_A_SENTENCE ? " and others" : "");
        for (int position : component) {
            Alias alias = aliases.get(position);
            compiled[position] = CompiledAlias.broken(
                    alias,
                    AliasProblem.Kind.CYCLE,
                    "The alias '" + alias.name() + "' leads back to itself (in this cycle: " + members
                            + "); let one of them name a model.");
        }
    }

    private CompiledAlias compileOne(Alias alias) {
        List<Branch> branches = new ArrayList<>(alias.targets().size());
        for (AliasTarget target : alias.targets()) {
            branches.add(new Branch(target.weight(), destination(target, alias)));
        }
        CompiledAlias whole = CompiledAlias.of(alias, branches);
        if (whole.depth() > AliasBook.MAX_DEPTH) {
            return CompiledAlias.broken(
                    alias,
                    AliasProblem.Kind.TOO_DEEP,
                    "The alias '" + alias.name() + "' leads through " + whole.depth() + " aliases, itself included; at"
                            + " most " + AliasBook.MAX_DEPTH + " may follow one another.");
        }
        if (whole.candidates() > AliasBook.MAX_CANDIDATES) {
            return CompiledAlias.broken(
                    alias,
                    AliasProblem.Kind.TOO_MANY_CANDIDATES,
                    "The alias '" + alias.name() + "' stands for " + whole.candidates() + " models; at most "
                            + AliasBook.MAX_CANDIDATES + " are allowed.");
        }
        return whole;
    }

    private Destination destination(AliasTarget target, Alias owner) {
        Optional<Integer> chained = aliasNamedBy(target, owner);
        if (chained.isPresent()) {
            return new Destination.Chained(compiled[chained.get()]);
        }
        Optional<ProviderModel> model = inventory.named(target.selector());
        return model.isPresent()
                ? new Destination.Model(target.selector(), model.get(), inventory.has(model.get()))
                : new Destination.Nothing(target.selector());
    }
}

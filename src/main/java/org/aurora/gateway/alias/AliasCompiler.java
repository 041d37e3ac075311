package org.aurora.gateway.alias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.NameList;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;
import org.aurora.gateway.model.ShardedMap;

/** Finds what each target names and orders the work so that every alias is compiled after those it leads to. */
final class AliasCompiler {
    private final List<Alias> aliases;
    private final Map<String, Integer> positions;
    private final ShardedMap<String, CompiledAlias> others;
    private final Inventory inventory;
    /** Many aliases lead to few models; all of them share what is known of each. */
    private final Map<String, Destination> models = new HashMap<>();

    private final CompiledAlias[] compiled;

    /**
     * @param aliases those to compile; they exist, and their names differ
     * @param others compiled before; where one has the name of one to compile it does not count
     */
    AliasCompiler(List<Alias> aliases, ShardedMap<String, CompiledAlias> others, Inventory inventory) {
        this.aliases = aliases;
        this.positions = new HashMap<>(aliases.size() * 2);
        for (int at = 0; at < aliases.size(); at++) {
            positions.put(aliases.get(at).name(), at);
        }
        this.others = others;
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

    /** Only the ones to compile matter: the others lead to none of these, or they would be compiled as well. */
    private int[] aliasesBelow(Alias alias) {
        int[] below = new int[alias.targets().size()];
        int count = 0;
        for (AliasTarget target : alias.targets()) {
            Integer position = positions.get(target.selector());
            if (position != null && !meansOwnModel(target.selector(), alias)) {
                below[count++] = position;
            }
        }
        return Arrays.copyOf(below, count);
    }

    /** A target is looked up as an alias first, unless it is the alias's own text and can mean a model. */
    private boolean meansOwnModel(String text, Alias owner) {
        return text.equals(owner.name()) && inventory.read(text) instanceof Selector.OneModel;
    }

    private static boolean isCycle(List<Integer> component, int[][] edges) {
        if (component.size() > 1) {
            return true;
        }
        int only = component.get(0);
        for (int next : edges[only]) {
            if (next == only) {
                return true;
            }
        }
        return false;
    }

    private void breakCycle(List<Integer> component) {
        String members = NameList.of(
                component.stream().map(at -> aliases.get(at).name()).sorted().toList());
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
            branches.add(new Branch(target.weight(), destination(target.selector(), alias)));
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

    private Destination destination(String selector, Alias owner) {
        Optional<CompiledAlias> chained = aliasNamed(selector, owner);
        if (chained.isPresent()) {
            return new Destination.Chained(chained.get());
        }
        return models.computeIfAbsent(selector, this::model);
    }

    private Destination model(String selector) {
        Optional<ProviderModel> model = inventory.named(selector);
        return model.isPresent()
                ? new Destination.Model(selector, model.get(), inventory.has(model.get()))
                : new Destination.Nothing(selector);
    }

    private Optional<CompiledAlias> aliasNamed(String selector, Alias owner) {
        if (meansOwnModel(selector, owner)) {
            return Optional.empty();
        }
        Integer position = positions.get(selector);
        return position == null ? others.find(selector) : Optional.of(compiled[position]);
    }
}

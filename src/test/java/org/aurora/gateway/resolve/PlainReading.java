package org.aurora.gateway.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.alias.AliasTarget;
import org.aurora.gateway.alias.Strategy;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;

/** The rules for names read as plainly as they are written: no index, nothing compiled, no care for cost. */
final class PlainReading {
    private final List<Provider> providers;
    private final List<Alias> aliases;
    private final PlainAccess access;
    private final Map<String, Boolean> broken = new HashMap<>();

    PlainReading(List<Provider> providers, List<Alias> aliases, PlainAccess access) {
        this.providers = providers;
        this.aliases = aliases;
        this.access = access;
    }

    /** What a call gets, a denial being told as one. */
    int status(String text) {
        Optional<Alias> alias = alias(text);
        if (alias.isEmpty()) {
            Optional<String> model = model(text).filter(this::known);
            return model.isEmpty() ? 404 : access.allows(List.of(), model.get()) ? 200 : 403;
        }
        List<Leaf> leaves = leaves(alias.get(), List.of(), false);
        boolean struck = leaves.stream().anyMatch(leaf -> known(leaf.model()) && !leaf.allowed());
        boolean nothingAllowed = leaves.stream().noneMatch(Leaf::allowed);
        return !open(text).isEmpty() ? 200 : struck || nothingAllowed ? 403 : 503;
    }

    /** The models that a call may be sent to. */
    Set<String> open(String text) {
        Set<String> open = new LinkedHashSet<>();
        alias(text).stream()
                .flatMap(alias -> leaves(alias, List.of(), false).stream())
                .filter(leaf -> known(leaf.model()) && leaf.allowed() && !leaf.never())
                .forEach(leaf -> open.add(leaf.model()));
        if (alias(text).isEmpty()) {
            model(text)
                    .filter(this::known)
                    .filter(model -> access.allows(List.of(), model))
                    .ifPresent(open::add);
        }
        return open;
    }

    boolean hidden(String text, boolean keepOnlyAliases) {
        return alias(text)
                .map(Alias::hidden)
                .orElse(keepOnlyAliases && model(text).isPresent());
    }

    boolean bareModel(String text) {
        return alias(text).isEmpty() && qualified(text).isEmpty();
    }

    private record Leaf(String model, boolean allowed, boolean never) {}

    private Optional<Alias> alias(String text) {
        return aliases.stream()
                .filter(alias -> alias.name().equals(text))
                .findFirst()
                .filter(Alias::enabled);
    }

    private List<Leaf> leaves(Alias alias, List<Alias> above, boolean neverAbove) {
        List<Alias> way = Stream.concat(above.stream(), Stream.of(alias)).toList();
        if (broken(alias)) {
            return List.of(new Leaf("", access.allows(way, ""), neverAbove));
        }
        List<Leaf> leaves = new ArrayList<>();
        for (AliasTarget target : alias.targets()) {
            boolean never = neverAbove || (alias.strategy() == Strategy.WEIGHTED && target.weight() == 0);
            Optional<Alias> next = next(alias, target);
            String model = model(target.selector()).orElse("");
            leaves.addAll(
                    next.isPresent()
                            ? leaves(next.get(), way, never)
                            : List.of(new Leaf(model, access.allows(way, model), never)));
        }
        return leaves;
    }

    private Optional<Alias> next(Alias owner, AliasTarget target) {
        boolean itself = target.selector().equals(owner.name());
        return itself && qualified(owner.name()).isPresent() ? Optional.empty() : alias(target.selector());
    }

    private boolean broken(Alias alias) {
        Boolean before = broken.get(alias.name());
        if (before == null) {
            before = below(alias).contains(alias.name()) || depth(alias) > 8 || width(alias) > 64;
            broken.put(alias.name(), before);
        }
        return before;
    }

    /** Every alias that this one leads to, itself only if it does. */
    private Set<String> below(Alias alias) {
        Set<String> seen = new HashSet<>();
        List<Alias> open = new ArrayList<>(List.of(alias));
        while (!open.isEmpty()) {
            Alias one = open.remove(0);
            nexts(one).filter(next -> seen.add(next.name())).forEach(open::add);
        }
        return seen;
    }

    private int depth(Alias alias) {
        return 1
                + nexts(alias)
                        .mapToInt(next -> broken(next) ? 1 : depth(next))
                        .max()
                        .orElse(0);
    }

    private int width(Alias alias) {
        return alias.targets().stream()
                .map(target -> next(alias, target))
                .mapToInt(next -> next.isEmpty() || broken(next.get()) ? 1 : width(next.get()))
                .sum();
    }

    private Stream<Alias> nexts(Alias alias) {
        return alias.targets().stream()
                .flatMap(target -> next(alias, target).stream())
                .distinct();
    }

    /** The provider and model that a text names, known or not. */
    private Optional<String> model(String text) {
        Optional<String> qualified = qualified(text);
        if (qualified.isPresent()) {
            return qualified;
        }
        return providers.stream()
                .map(provider -> provider.name() + "/" + text)
                .filter(this::known)
                .findFirst();
    }

    private Optional<String> qualified(String text) {
        return providers.stream()
                .map(provider -> provider.name() + "/")
                .filter(prefix -> text.startsWith(prefix) && text.length() > prefix.length())
                .findFirst()
                .map(prefix -> text);
    }

    private boolean known(String selector) {
        return providers.stream().filter(Provider::on).anyMatch(provider -> provider.models().stream()
                .map(ConfiguredModel::id)
                .anyMatch(id -> selector.equals(provider.name() + "/" + id)));
    }
}

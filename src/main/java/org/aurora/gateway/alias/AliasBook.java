package org.aurora.gateway.alias;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.Layers;
import org.aurora.gateway.model.ShardedMap;
import org.aurora.gateway.model.WriteRefusal;

/**
 * All aliases, the enabled ones compiled against one inventory. Immutable; {@link #find} is one hash lookup.
 *
 * <p>A target's text is read like a request's: it is an alias of exactly that text, else a model. With one
 * exception, an alias's own text. Where it is qualified ({@code openai/gpt-4o} naming {@code openai/gpt-4o}) it is
 * the model that the alias hides: nothing else can be meant, and it is how traffic of a hidden model is shared
 * between that model and another. Where it is bare ({@code gpt-4o} naming {@code gpt-4o}) it is a cycle: writing
 * the provider is the way to mean a model.
 *
 * <p>An alias is broken if it is part of a cycle, if more than {@value #MAX_DEPTH} aliases follow one another on a
 * way down, or if more than {@value #MAX_CANDIDATES} models stand behind it. To the aliases above, a broken one is
 * a dead end: their other targets still serve, and they are not broken themselves. A broken alias still exists: it
 * hides a model of its name, so a mistake never sends a call to a place that nobody chose.
 *
 * <p>A change compiles anew what it can reach and shares the rest: the names changed, and every alias that leads to
 * one of them. No other can be affected, since what becomes of an alias depends on its own text and on what lies below
 * it; in particular all members of a cycle lead to each other. So a changed book equals one compiled from nothing.
 */
public final class AliasBook {
    public static final int MAX_DEPTH = 8;
    public static final int MAX_CANDIDATES = 64;

    private final Layers<Alias> definitions;
    private final References references;
    private final ShardedMap<String, CompiledAlias> compiled;
    private final Inventory inventory;

    private AliasBook(
            Layers<Alias> definitions,
            References references,
            ShardedMap<String, CompiledAlias> compiled,
            Inventory inventory) {
        this.definitions = definitions;
        this.references = references;
        this.compiled = compiled;
        this.inventory = inventory;
    }

    /**
     * Compiles the enabled ones among these declared ones; disabled ones do not exist. Of two with one name the first
     * counts, disabled or not. Mistakes are {@link #problems()}, never exceptions.
     */
    public static AliasBook compile(List<Alias> declared, Inventory inventory) {
        return compile(Layers.declared(declared, Alias::name), inventory);
    }

    private static AliasBook compile(Layers<Alias> definitions, Inventory inventory) {
        AliasBook empty = new AliasBook(
                Layers.declared(List.of(), Alias::name), References.none(), ShardedMap.empty(), inventory);
        return empty.change(definitions, definitions.names().toList()).book();
    }

    /**
     * The book after a write of stored aliases: without those of some names, and then with some others; of two with
     * one name the last counts. Names it lacks do not matter, and a stored alias under a declared name is kept but not
     * in force. Costs time in proportion to the change and to what leads to it. Nothing is refused here: see
     * {@link #refusals}.
     */
    public AliasBook with(Collection<Alias> put, Collection<String> removed) {
        return change(put, removed).book();
    }

    /**
     * The same aliases compiled against another inventory. Costs time in proportion to the whole book, unless the same
     * models are in it.
     */
    public AliasBook with(Inventory other) {
        if (inventory.sameModels(other)) {
            return new AliasBook(definitions, references, compiled, other);
        }
        List<Alias> existing = all().map(CompiledAlias::definition).toList();
        List<CompiledAlias> anew = new AliasCompiler(existing, ShardedMap.empty(), other).compile();
        return new AliasBook(definitions, references, with(anew, ShardedMap.empty()), other);
    }

    /**
     * Why a write should not be accepted; none where it may be. It is refused where an alias written is not well
     * formed, is declared, or would be broken; where an alias above would become broken that is not broken now; and
     * where a name removed would leave an alias behind that uses it, disabled or not - unless the alias removed is
     * disabled itself and the name is a known model's, which is then what the users mean. The aliases written come
     * first, in the order of their names.
     *
     * <p>The codes: {@code invalid_request}, {@code alias_too_deep}, {@code too_many_candidates} (400); {@code
     * managed_by_config}, {@code cycle}, {@code in_use} (409).
     */
    public List<WriteRefusal> refusals(Collection<Alias> put, Collection<String> removed) {
        return new WriteCheck(this, put, removed).refusals();
    }

    /** What the definitions would become, and which aliases were compiled anew on the way. */
    Change change(Collection<Alias> put, Collection<String> removed) {
        Map<String, Alias> byName = new HashMap<>();
        put.forEach(alias -> byName.put(alias.name(), alias));
        Set<String> touched = new LinkedHashSet<>(removed);
        touched.addAll(byName.keySet());
        return change(definitions.withStored(byName, removed), touched);
    }

    private Change change(Layers<Alias> next, Collection<String> touched) {
        List<AliasChange> changes = new ArrayList<>();
        for (String name : touched) {
            AliasChange change = new AliasChange(name, definitions.find(name), next.find(name));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        References nextReferences = references.with(changes);
        List<String> changed = changes.stream().map(AliasChange::name).toList();
        ShardedMap<String, CompiledAlias> unchanged = compiled.with(Map.of(), changed);
        List<CompiledAlias> anew =
                new AliasCompiler(reached(changed, next, nextReferences, unchanged), unchanged, inventory).compile();
        return new Change(new AliasBook(next, nextReferences, with(anew, unchanged), inventory), anew);
    }

    private static ShardedMap<String, CompiledAlias> with(
            List<CompiledAlias> anew, ShardedMap<String, CompiledAlias> others) {
        Map<String, CompiledAlias> byName = new HashMap<>(anew.size() * 2);
        anew.forEach(alias -> byName.put(alias.name(), alias));
        return others.with(byName, List.of());
    }

    /** The existing aliases among the changed ones, and all others that lead to a changed one. */
    private static List<Alias> reached(
            List<String> changed,
            Layers<Alias> definitions,
            References references,
            ShardedMap<String, CompiledAlias> unchanged) {
        List<Alias> reached = new ArrayList<>();
        changed.forEach(name -> definitions.find(name).filter(AliasBook::exists).ifPresent(reached::add));
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(changed);
        while (!open.isEmpty()) {
            references.usersOf(open.remove()).forEach(user -> {
                Optional<CompiledAlias> existing = unchanged.find(user);
                if (existing.isPresent() && seen.add(user)) {
                    reached.add(existing.get().definition());
                    open.add(user);
                }
            });
        }
        return reached;
    }

    private static boolean exists(Alias alias) {
        return alias.enabled() && wellNamed(alias);
    }

    private static boolean wellNamed(Alias alias) {
        return AliasName.problem(alias.name()).isEmpty();
    }

    /** The enabled alias of exactly this text. */
    public Optional<CompiledAlias> find(String text) {
        return compiled.find(text);
    }

    public boolean contains(String text) {
        return compiled.contains(text);
    }

    /** All enabled aliases, in no particular order. */
    public Stream<CompiledAlias> all() {
        return compiled.values();
    }

    /** How many enabled aliases there are. */
    public int size() {
        return compiled.size();
    }

    /** All aliases as written, disabled ones included, and where each is from. */
    public Layers<Alias> definitions() {
        return definitions;
    }

    /** The names of the other aliases, disabled ones included, that have this text as a target; sorted. */
    public List<String> usersOf(String text) {
        return references
                .usersOf(text)
                .filter(user -> !user.equals(text))
                .filter(user ->
                        definitions.find(user).filter(AliasBook::wellNamed).isPresent())
                .sorted()
                .toList();
    }

    /**
     * What an alias is, or, where it is disabled, would be if it alone were enabled: a way back to it through others is
     * not seen then.
     */
    public CompiledAlias preview(Alias alias) {
        return find(alias.name())
                .filter(existing -> existing.definition().equals(alias))
                .orElseGet(() -> new AliasCompiler(List.of(alias), compiled, inventory)
                        .compile()
                        .get(0));
    }

    /** Every reason why an enabled alias cannot be called, sorted by name, for a status page and the log. */
    public List<AliasProblem> problems() {
        return definitions
                .values()
                .filter(Alias::enabled)
                .flatMap(alias -> problem(alias).stream())
                .sorted(Comparator.comparing(AliasProblem::alias))
                .toList();
    }

    private Optional<AliasProblem> problem(Alias alias) {
        Optional<CompiledAlias> existing = find(alias.name());
        return existing.isPresent() ? existing.get().problem() : Optional.of(misnamed(alias));
    }

    private static AliasProblem misnamed(Alias alias) {
        return new AliasProblem(
                alias.name(),
                AliasProblem.Kind.INVALID_NAME,
                "An alias is left out because its name "
                        + AliasName.problem(alias.name()).orElseThrow() + "; give it another name.");
    }

    Inventory inventory() {
        return inventory;
    }

    /**
     * A changed book.
     *
     * @param anew the aliases that were compiled for it, in no particular order
     */
    record Change(AliasBook book, List<CompiledAlias> anew) {}
}

package org.aurora.gateway.alias;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.inventory.Inventory;

/**
 * All enabled aliases, compiled against one inventory. Immutable; {@link #find} is one hash lookup.
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
 */
public final class AliasBook {
    public static final int MAX_DEPTH = 8;
    public static final int MAX_CANDIDATES = 64;

    private final Map<String, CompiledAlias> byName;
    private final List<AliasProblem> misnamed;

    private AliasBook(Map<String, CompiledAlias> byName, List<AliasProblem> misnamed) {
        this.byName = byName;
        this.misnamed = misnamed;
    }

    /**
     * Compiles the enabled ones among these; disabled ones do not exist. Of two with one name the first
     * counts, disabled or not. Mistakes are {@link #problems()}, never exceptions.
     */
    public static AliasBook compile(List<Alias> aliases, Inventory inventory) {
        List<Alias> enabled = new ArrayList<>();
        List<AliasProblem> misnamed = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Alias alias : aliases) {
            if (!seen.add(alias.name()) || !alias.enabled()) {
                continue;
            }
            Optional<String> problem = AliasName.problem(alias.name());
            if (problem.isPresent()) {
                misnamed.add(misnamed(alias, problem.get()));
            } else {
                positions.put(alias.name(), enabled.size());
                enabled.add(alias);
            }
        }
        Map<String, CompiledAlias> byName = new LinkedHashMap<>();
        new AliasCompiler(enabled, positions, inventory).compile().forEach(alias -> byName.put(alias.name(), alias));
        return new AliasBook(byName, List.copyOf(misnamed));
    }

    private static AliasProblem misnamed(Alias alias, String problem) {
        return new AliasProblem(
                alias.name(),
                AliasProblem.Kind.INVALID_NAME,
                "An alias is left out because its name " + problem + "; give it another name.");
    }

    /** The enabled alias of exactly this text. */
    public Optional<CompiledAlias> find(String text) {
        return Optional.ofNullable(byName.get(text));
    }

    public boolean contains(String text) {
        return byName.containsKey(text);
    }

    /** All enabled aliases, in the order given. */
    public Collection<CompiledAlias> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** Every reason why an enabled alias cannot be called, for a status page and the log. */
    public List<AliasProblem> problems() {
        return Stream.concat(misnamed.stream(), byName.values().stream().flatMap(alias -> alias.problem().stream()))
                .toList();
    }
}

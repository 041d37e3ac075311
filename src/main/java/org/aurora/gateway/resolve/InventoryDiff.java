package org.aurora.gateway.resolve;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.CompiledAlias;
import org.aurora.gateway.inventory.InventoryEntry;

/**
 * What another inventory did to one provider's models, and to what operators built on them.
 *
 * @param added ids that came, in the provider's order
 * @param gone ids that went
 * @param brokenAliases names of enabled aliases that had a model and have none now, sorted
 * @param idleRules texts of rules that matched something and match nothing now, sorted
 */
public record InventoryDiff(List<String> added, List<String> gone, List<String> brokenAliases, List<String> idleRules) {
    public InventoryDiff {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        brokenAliases = List.copyOf(brokenAliases);
        idleRules = List.copyOf(idleRules);
    }

    /** Costs time in proportion to all aliases and rules where models are gone, otherwise to the provider's models. */
    public static InventoryDiff between(Snapshot before, Snapshot after, String provider) {
        List<String> added = without(after, before, provider);
        List<String> gone = without(before, after, provider);
        return gone.isEmpty()
                ? new InventoryDiff(added, gone, List.of(), List.of())
                : new InventoryDiff(added, gone, brokenAliases(before, after), idleRules(before, after));
    }

    private static List<String> without(Snapshot these, Snapshot others, String provider) {
        Set<String> known = ids(others, provider).collect(Collectors.toSet());
        return ids(these, provider).filter(id -> !known.contains(id)).toList();
    }

    private static Stream<String> ids(Snapshot snapshot, String provider) {
        return snapshot.inventory().entriesOf(provider).stream()
                .map(InventoryEntry::model)
                .map(model -> model.model());
    }

    private static List<String> brokenAliases(Snapshot before, Snapshot after) {
        return before.aliases()
                .all()
                .filter(CompiledAlias::usable)
                .map(CompiledAlias::name)
                .filter(name ->
                        after.aliases().find(name).filter(CompiledAlias::usable).isEmpty())
                .sorted()
                .toList();
    }

    private static List<String> idleRules(Snapshot before, Snapshot after) {
        return before.rules()
                .values()
                .map(AccessRule::selector)
                .filter(text -> RuleReading.of(before, text).matches() > 0)
                .filter(text -> RuleReading.of(after, text).matches() == 0)
                .sorted()
                .toList();
    }

    /** Whether any model came or went. */
    public boolean changed() {
        return !added.isEmpty() || !gone.isEmpty();
    }
}

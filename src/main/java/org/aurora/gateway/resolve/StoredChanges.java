package org.aurora.gateway.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.pricing.PriceTimeline;

/** Changes one after the other, brought down to what is left of them: of each name the last counts. */
final class StoredChanges {
    private final Map<String, Alias> writtenAliases = new HashMap<>();
    private final Set<String> deletedAliases = new HashSet<>();
    private final Map<String, AccessRule> writtenRules = new HashMap<>();
    private final Set<String> deletedRules = new HashSet<>();
    private final Map<String, ManagedKey> writtenKeys = new HashMap<>();
    private final Set<String> deletedKeys = new HashSet<>();
    private final Map<String, PriceTimeline> writtenPrices = new HashMap<>();
    private final Set<String> deletedPrices = new HashSet<>();

    StoredChanges(List<StoredChange> changes) {
        changes.forEach(this::add);
    }

    private void add(StoredChange change) {
        if (change instanceof StoredChange.AliasWritten written) {
            Alias alias = written.alias();
            deletedAliases.remove(alias.name());
            writtenAliases.put(alias.name(), alias);
        } else if (change instanceof StoredChange.AliasDeleted deleted) {
            writtenAliases.remove(deleted.name());
            deletedAliases.add(deleted.name());
        } else if (change instanceof StoredChange.RuleWritten written) {
            AccessRule rule = written.rule();
            deletedRules.remove(rule.selector());
            writtenRules.put(rule.selector(), rule);
        } else if (change instanceof StoredChange.RuleDeleted deleted) {
            writtenRules.remove(deleted.selector());
            deletedRules.add(deleted.selector());
        } else if (change instanceof StoredChange.KeyWritten written) {
            deletedKeys.remove(written.key().id());
            writtenKeys.put(written.key().id(), written.key());
        } else if (change instanceof StoredChange.KeyDeleted deleted) {
            writtenKeys.remove(deleted.id());
            deletedKeys.add(deleted.id());
        } else if (change instanceof StoredChange.PriceWritten written) {
            deletedPrices.remove(written.selector());
            writtenPrices.put(written.selector(), written.timeline());
        } else if (change instanceof StoredChange.PriceDeleted deleted) {
            writtenPrices.remove(deleted.selector());
            deletedPrices.add(deleted.selector());
        }
    }

    Map<String, Alias> writtenAliases() {
        return writtenAliases;
    }

    Set<String> deletedAliases() {
        return deletedAliases;
    }

    Map<String, AccessRule> writtenRules() {
        return writtenRules;
    }

    Set<String> deletedRules() {
        return deletedRules;
    }

    Map<String, ManagedKey> writtenKeys() {
        return writtenKeys;
    }

    Set<String> deletedKeys() {
        return deletedKeys;
    }

    Map<String, PriceTimeline> writtenPrices() {
        return writtenPrices;
    }

    Set<String> deletedPrices() {
        return deletedPrices;
    }
}

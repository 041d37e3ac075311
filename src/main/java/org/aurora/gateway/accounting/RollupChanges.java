package org.aurora.gateway.accounting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.usage.UsageEvent;

/** What calls add to the sums, added up before any of it is written. */
final class RollupChanges {
    static final String UNKNOWN = "(unknown)";

    private static final ProviderModel UNRESOLVED = new ProviderModel(UNKNOWN, UNKNOWN);

    private final Map<RollupKey, UsageSums> changes = new HashMap<>();

    /** Adds something to all the sums that a call is part of. */
    void add(UsageEvent event, Place place, UsageSums sums) {
        long day = RollupKind.PLACE.period(event.at().toEpochMilli());
        long hour = RollupKind.HOUR.period(event.at().toEpochMilli());
        String alias = event.models().aliasChain().stream()
                .findFirst()
                .map(StorableText::forKey)
                .orElse("");
        String key = StorableText.forKey(event.caller().key());
        ProviderModel asked = event.models().request().orElse(UNRESOLVED);
        ProviderModel model = new ProviderModel(asked.provider(), StorableText.forKey(asked.model()));
        for (String node : place.andAbove()) {
            add(new RollupKey(RollupKind.PLACE, node, day, alias, model.provider(), model.model()), sums);
            add(RollupKey.plain(RollupKind.HOUR, node, hour, ""), sums);
        }
        for (String selector : List.of(Place.ROOT, model.provider() + "/", model.selector())) {
            add(RollupKey.plain(RollupKind.PATH, selector, day, place.name()), sums);
            add(RollupKey.plain(RollupKind.KEY, selector, day, key), sums);
            if (!selector.equals(Place.ROOT)) {
                add(RollupKey.plain(RollupKind.HOUR, selector, hour, ""), sums);
            }
        }
    }

    private void add(RollupKey key, UsageSums sums) {
        changes.merge(key, sums, UsageSums::plus);
    }

    /** In the order in which every writer locks rows, so that no two wait for each other. */
    List<Entry<RollupKey, UsageSums>> inOrder() {
        return changes.entrySet().stream().sorted(Entry.comparingByKey()).toList();
    }
}

package org.aurora.gateway.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An immutable set of names of which a changed copy is cheap however many they are. Most sets are of one name or a few,
 * and there may be a hundred thousand of such sets: these are no more than an array.
 */
public final class NameSet {
    private static final int FEW = 32;
    private static final NameSet EMPTY = new NameSet(Set.of(), ShardedMap.empty());

    /** Only one of the two holds any. */
    private final Set<String> few;

    private final ShardedMap<String, Boolean> many;

    private NameSet(Set<String> few, ShardedMap<String, Boolean> many) {
        this.few = few;
        this.many = many;
    }

    public static NameSet empty() {
        return EMPTY;
    }

    /** A copy without some names (those it lacks do not matter), and then with some. */
    public NameSet with(Collection<String> added, Collection<String> removed) {
        if (many.size() == 0 && few.size() + added.size() <= FEW) {
            Set<String> next = new HashSet<>(few);
            next.removeAll(removed);
            next.addAll(added);
            return next.isEmpty() ? EMPTY : new NameSet(Set.copyOf(next), ShardedMap.empty());
        }
        Map<String, Boolean> put = new HashMap<>();
        few.stream().filter(name -> !removed.contains(name)).forEach(name -> put.put(name, true));
        added.forEach(name -> put.put(name, true));
        ShardedMap<String, Boolean> next = many.with(put, removed);
        return next.size() == 0 ? EMPTY : new NameSet(Set.of(), next);
    }

    public boolean isEmpty() {
        return few.isEmpty() && many.size() == 0;
    }

    /** All of them, in no particular order. */
    public Stream<String> names() {
        return few.isEmpty() ? many.entries().map(Map.Entry::getKey) : few.stream();
    }
}

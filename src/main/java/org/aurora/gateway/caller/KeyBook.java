package org.aurora.gateway.caller;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aurora.gateway.model.ShardedMap;

/** All managed keys by their id, those that have ended included. Immutable; a changed copy costs little. */
public final class KeyBook {
    private static final KeyBook EMPTY = new KeyBook(ShardedMap.empty());

    private final ShardedMap<String, ManagedKey> keys;

    private KeyBook(ShardedMap<String, ManagedKey> keys) {
        this.keys = keys;
    }

    public static KeyBook empty() {
        return EMPTY;
    }

    /** A copy without some keys (ids it lacks do not matter), and then with some. */
    public KeyBook with(Map<String, ManagedKey> put, Collection<String> removed) {
        return put.isEmpty() && removed.isEmpty() ? this : new KeyBook(keys.with(put, removed));
    }

    public Optional<ManagedKey> find(String id) {
        return keys.find(id);
    }

    /** In no particular order. */
    public Stream<ManagedKey> all() {
        return keys.values();
    }

    public int size() {
        return keys.size();
    }
}

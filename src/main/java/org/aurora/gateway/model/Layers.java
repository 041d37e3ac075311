package org.aurora.gateway.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Settings of one kind by name, in two layers: a stored one under a declared name is kept, but the declared one is
 * in force. Immutable; a changed copy costs time in proportion to the change.
 */
public final class Layers<V> {
    private final Map<String, V> declared;
    private final ShardedMap<String, V> stored;

    private Layers(Map<String, V> declared, ShardedMap<String, V> stored) {
        this.declared = declared;
        this.stored = stored;
    }

    /** Nothing stored yet. Of two declared ones with one name the first counts. */
    public static <V> Layers<V> declared(Collection<V> values, Function<V, String> nameOf) {
        Map<String, V> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.putIfAbsent(nameOf.apply(value), value));
        return new Layers<>(Collections.unmodifiableMap(byName), ShardedMap.empty());
    }

    /** A copy without some of the stored ones (names it lacks do not matter), and then with some. */
    public Layers<V> withStored(Map<String, V> put, Collection<String> removed) {
        return new Layers<>(declared, stored.with(put, removed));
    }

    /** The one in force under that name. */
    public Optional<V> find(String name) {
        V first = declared.get(name);
        return first == null ? stored.find(name) : Optional.of(first);
    }

    /** The stored one of that name, though a declared one be in force. */
    public Optional<V> findStored(String name) {
        return stored.find(name);
    }

    public boolean isDeclared(String name) {
        return declared.containsKey(name);
    }

    /** Which layer the one in force is from; empty where there is none of that name. */
    public Optional<Layer> layerOf(String name) {
        if (isDeclared(name)) {
            return Optional.of(Layer.DECLARED);
        }
        return stored.contains(name) ? Optional.of(Layer.STORED) : Optional.empty();
    }

    /** The names of all in force: the declared ones as written, then the stored ones in no particular order. */
    public Stream<String> names() {
        return Stream.concat(declared.keySet().stream(), storedInForce().map(Map.Entry::getKey));
    }

    /** All in force, in the order of {@link #names()}. */
    public Stream<V> values() {
        return Stream.concat(declared.values().stream(), storedInForce().map(Map.Entry::getValue));
    }

    private Stream<Map.Entry<String, V>> storedInForce() {
        return stored.entries().filter(entry -> !isDeclared(entry.getKey()));
    }
}

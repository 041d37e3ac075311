package org.aurora.gateway.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An immutable hash map of which a changed copy is cheap: the entries lie in maps of some hundreds, and a copy shares
 * all of these but the ones it changes. A change of one entry among 100,000 costs some ten microseconds, where copying
 * one large map costs milliseconds. The maps are no smaller than that so that the list of them stays in a processor's
 * cache, and a lookup costs what it costs in one large map.
 */
public final class ShardedMap<K, V> {
    private static final int ENTRIES_PER_SHARD = 512;
    private static final int MOST_SHARDS = 1 << 16;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private final List<Map<K, V>> shards;
    private final int size;

    private ShardedMap(List<Map<K, V>> shards, int size) {
        this.shards = shards;
        this.size = size;
    }

    public static <K, V> ShardedMap<K, V> empty() {
        return new ShardedMap<>(List.of(Map.of()), 0);
    }

    public Optional<V> find(K key) {
        return Optional.ofNullable(shards.get(shardOf(key, shards.size())).get(key));
    }

    public boolean contains(K key) {
        return shards.get(shardOf(key, shards.size())).containsKey(key);
    }

    public int size() {
        return size;
    }

    /** All entries, in no particular order. */
    public Stream<Map.Entry<K, V>> entries() {
        return shards.stream().flatMap(shard -> shard.entrySet().stream());
    }

    /** All values, in no particular order. */
    public Stream<V> values() {
        return shards.stream().flatMap(shard -> shard.values().stream());
    }

    /**
     * The entries that another map lacks or has with another value, in no particular order. Costs time in proportion to
     * the change where one of the two was made from the other, and to the whole where they have nothing in common.
     */
    public Stream<Map.Entry<K, V>> entriesBeyond(ShardedMap<K, V> other) {
        return IntStream.range(0, shards.size())
                .filter(at -> shards.size() != other.shards.size() || shards.get(at) != other.shards.get(at))
                .boxed()
                .flatMap(at -> shards.get(at).entrySet().stream())
                .filter(entry -> !other.find(entry.getKey()).equals(Optional.of(entry.getValue())));
    }

    /** A copy without some keys (those it lacks do not matter), and then with some entries. */
    public ShardedMap<K, V> with(Map<K, V> put, Collection<K> removed) {
        int wanted = shardsFor(size + put.size());
        boolean grows = wanted > shards.size();
        List<Map<K, V>> next = grows ? spread(wanted) : new ArrayList<>(shards);
        BitSet own = new BitSet();
        own.set(0, next.size(), grows);
        int count = size;
        for (K key : removed) {
            count -= own(next, own, key).remove(key) == null ? 0 : 1;
        }
        for (Map.Entry<K, V> entry : put.entrySet()) {
            count += own(next, own, entry.getKey()).put(entry.getKey(), entry.getValue()) == null ? 1 : 0;
        }
        return new ShardedMap<>(next, count);
    }

    private Map<K, V> own(List<Map<K, V>> next, BitSet own, K key) {
        int at = shardOf(key, next.size());
        if (!own.get(at)) {
            next.set(at, new HashMap<>(next.get(at)));
            own.set(at);
        }
        return next.get(at);
    }

    private List<Map<K, V>> spread(int count) {
        List<Map<K, V>> wider = new ArrayList<>(count);
        IntStream.range(0, count).forEach(at -> wider.add(new HashMap<>()));
        shards.forEach(shard ->
                shard.forEach((key, value) -> wider.get(shardOf(key, count)).put(key, value)));
        return wider;
    }

    private static int shardsFor(int entries) {
        return Math.min(MOST_SHARDS, Integer.highestOneBit(Math.max(1, entries / ENTRIES_PER_SHARD)));
    }

    /** By other bits than a small map goes by, or all the keys of a shard would meet in few of its buckets. */
    private static int shardOf(Object key, int count) {
        return ((key.hashCode() * GOLDEN_RATIO) >>> 16) & (count - 1);
    }
}

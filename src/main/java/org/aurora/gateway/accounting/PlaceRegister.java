package org.aurora.gateway.accounting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aurora.gateway.store.SqlFile;
import org.aurora.gateway.usage.UsageEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which places have sums of their own: the first ones that calls come from, up to a limit for each key and day. Calls
 * from any further place count for the nearest place above it that has sums. All writers find the same places, in this
 * process and in others: a row for each key and day is locked while places are added.
 */
final class PlaceRegister {
    private static final long MOST_REMEMBERED = 200_000;

    private final JdbcTemplate jdbc;
    private final int limit;
    private final String lock = SqlFile.read("usage/lock-places.sql");
    private final String places = SqlFile.read("usage/places.sql");
    private final String insert = SqlFile.read("usage/insert-place.sql");
    private final String count = SqlFile.read("usage/count-places.sql");
    private final Cache<DayOfKey, Set<String>> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((DayOfKey key, Set<String> known) -> known.size() + 1)
            .build();

    /**
     * @param limit how many places below the root have sums of their own, for each key and day
     */
    PlaceRegister(JdbcTemplate jdbc, int limit) {
        this.jdbc = jdbc;
        this.limit = limit;
    }

    private record DayOfKey(long day, String key) {
        static DayOfKey of(UsageEvent event) {
            return new DayOfKey(
                    RollupKind.PLACE.period(event.at().toEpochMilli()),
                    StorableText.forKey(event.caller().key()));
        }
    }

    /**
     * Where each event belongs.
     *
     * @param places one for each event
     * @param learned what is true only once the transaction is
     */
    record Settled(List<Place> places, Map<?, Set<String>> learned) {}

    /** Finds the places of events and adds those that are new; within a transaction. */
    Settled settle(List<UsageEvent> events) {
        Map<DayOfKey, Set<String>> known = new HashMap<>();
        Map<DayOfKey, Set<String>> wanted =
                new TreeMap<>(Comparator.comparing(DayOfKey::day).thenComparing(DayOfKey::key));
        for (UsageEvent event : events) {
            DayOfKey day = DayOfKey.of(event);
            Set<String> there = known.computeIfAbsent(day, key -> Optional.ofNullable(remembered.getIfPresent(key))
                    .orElse(Set.of()));
            List<String> nodes = nodes(event);
            if (there.size() < limit && !there.containsAll(nodes)) {
                wanted.computeIfAbsent(day, key -> new LinkedHashSet<>()).addAll(nodes);
            }
        }
        wanted.forEach((day, nodes) -> known.put(day, register(day, nodes)));
        List<Place> settled = events.stream()
                .map(event -> place(event, known.getOrDefault(DayOfKey.of(event), Set.of())))
                .toList();
        known.keySet().retainAll(wanted.keySet());
        return new Settled(settled, known);
    }

    /** Takes note that the transaction was committed. */
    void remember(Settled settled) {
        settled.learned().forEach((day, known) -> remembered.put((DayOfKey) day, known));
    }

    private Set<String> register(DayOfKey day, Set<String> wanted) {
        jdbc.query(lock, (row, number) -> row.getInt(1), day.day, day.key);
        Set<String> known = new LinkedHashSet<>(jdbc.queryForList(places, String.class, day.day, day.key));
        List<Object[]> added = new ArrayList<>();
        for (String node : wanted) {
            if (known.size() < limit && known.add(node)) {
                added.add(new Object[] {day.day, day.key, node});
            }
        }
        if (!added.isEmpty()) {
            jdbc.batchUpdate(insert, added);
            jdbc.update(count, known.size(), day.day, day.key);
        }
        return Set.copyOf(known);
    }

    private static Place place(UsageEvent event, Set<String> known) {
        if (event.caller().userPath().isEmpty()) {
            return Place.NOWHERE;
        }
        String path = event.caller().userPath().get();
        String nearest = Place.ROOT;
        for (String node : nodes(event)) {
            if (!known.contains(node)) {
                break;
            }
            nearest = node;
        }
        return new Place(nearest, !nearest.equals(path));
    }

    /** A path that is too long for a key ends at the last place on it that is not. */
    private static List<String> nodes(UsageEvent event) {
        return Place.nodes(event.caller().userPath().orElse("")).stream()
                .takeWhile(StorableText::fitsIntoKey)
                .toList();
    }
}

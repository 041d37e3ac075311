package org.aurora.gateway.pricing;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an operator stored about one model: entries, each in force from its moment until the next one's.
 *
 * @param entries by the moment from which they are in force
 */
public record PriceTimeline(Map<Instant, Prices> entries) {
    /** Nothing is stored. */
    public static final PriceTimeline EMPTY = new PriceTimeline(Map.of());

    public PriceTimeline {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /** This one with an entry, in place of the one of the same moment. */
    public PriceTimeline with(Instant validFrom, Prices prices) {
        TreeMap<Instant, Prices> next = new TreeMap<>(entries);
        next.put(validFrom, prices);
        return new PriceTimeline(next);
    }

    /** This one without the entry of exactly that moment. */
    public PriceTimeline without(Instant validFrom) {
        TreeMap<Instant, Prices> next = new TreeMap<>(entries);
        next.remove(validFrom);
        return new PriceTimeline(next);
    }

    /** The prices in force at a moment, that of the entry itself included; empty before the first. */
    public Optional<Prices> at(Instant moment) {
        return validFrom(moment).map(entries::get);
    }

    /** Since when what is in force at a moment is so; empty before the first entry. */
    public Optional<Instant> validFrom(Instant moment) {
        Optional<Instant> latest = Optional.empty();
        for (Instant from : entries.keySet()) {
            if (from.isAfter(moment)) {
                break;
            }
            latest = Optional.of(from);
        }
        return latest;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}

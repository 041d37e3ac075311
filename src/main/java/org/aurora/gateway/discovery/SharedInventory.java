package org.aurora.gateway.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What replicas on one database tell each other about providers' models, and which of them polls: the one that holds
 * the lease. A lease is a number that its holder counts up; where it stands still for a while by the onlooker's own
 * clock, its holder is gone and another may count on, so clocks are never compared. While the database is away each
 * replica polls for itself.
 */
public final class SharedInventory {
    private static final Logger LOG = LoggerFactory.getLogger(SharedInventory.class);
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(15);
    private static final Duration SHORTEST_LEASE = Duration.ofMillis(1_500);

    private final boolean shared;
    private final String self;
    private final BooleanSupplier databaseThere;
    private final long leaseNanos;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, ProviderKnowledge> unwritten = new LinkedHashMap<>();
    private long lastBeat = Long.MIN_VALUE;
    private long beatChangedNanos;
    private boolean holding;
    private boolean leaving;
    private long heldUntilNanos;

    /**
     * @param shared whether there may be other replicas
     * @param self a name of this process that no other has
     * @param databaseThere whether the database answered when it was last asked, or was not asked yet
     * @param interval how often providers are asked
     */
    public SharedInventory(boolean shared, String self, BooleanSupplier databaseThere, Duration interval) {
        this.shared = shared;
        this.self = self;
        this.databaseThere = databaseThere;
        Duration half = interval.dividedBy(2);
        Duration lease = half.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : half;
        this.leaseNanos = (lease.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : lease).toNanos();
    }

    /** Whether there may be other replicas. */
    public boolean shared() {
        return shared;
    }

    /** Whether this process is the one that polls. */
    public synchronized boolean inCharge() {
        return !shared || !databaseThere.getAsBoolean() || (holding && System.nanoTime() - heldUntilNanos < 0);
    }

    /**
     * Looks at the lease.
     *
     * @return the bid to make for it now; empty where another holds it
     */
    synchronized Optional<LeaseBid> observe(String holder, long beat) {
        long now = System.nanoTime();
        if (beat != lastBeat) {
            lastBeat = beat;
            beatChangedNanos = now;
        }
        if (leaving) {
            return Optional.empty();
        }
        boolean free = holder.isEmpty() || now - beatChangedNanos >= leaseNanos;
        if (!holder.equals(self) && !free) {
            lose();
            return Optional.empty();
        }
        return Optional.of(new LeaseBid(self, beat, beat + 1));
    }

    /** Notes what became of a bid. */
    synchronized void settle(LeaseBid bid, boolean won) {
        if (!won || !bid.holder().equals(self)) {
            lose();
            return;
        }
        if (!holding) {
            LOG.info("This replica now asks the providers for their models");
        }
        holding = true;
        lastBeat = bid.next();
        beatChangedNanos = System.nanoTime();
        heldUntilNanos = beatChangedNanos + leaseNanos;
    }

    private void lose() {
        if (holding) {
            LOG.info("Another replica now asks the providers for their models");
        }
        holding = false;
    }

    /**
     * Bids no more.
     *
     * @return the bid that gives the lease back; empty where it is not held
     */
    public synchronized Optional<LeaseBid> leave() {
        leaving = true;
        return shared && holding && databaseThere.getAsBoolean()
                ? Optional.of(new LeaseBid("", lastBeat, lastBeat + 1))
                : Optional.empty();
    }

    /** Has it written where other replicas see it. */
    synchronized void offer(ProviderKnowledge known) {
        if (shared) {
            unwritten.put(known.origin().text(), known);
        }
    }

    /** What is still to be written. */
    synchronized List<ProviderKnowledge> unwritten() {
        return List.copyOf(unwritten.values());
    }

    /** Notes that it was written, unless something newer came meanwhile. */
    synchronized void written(ProviderKnowledge known) {
        unwritten.remove(known.origin().text(), known);
    }

    /**
     * What others wrote since this was last asked, given the newest versions there are.
     *
     * @param versions by origin
     */
    synchronized List<String> news(Map<String, Long> versions) {
        List<String> news = new ArrayList<>();
        versions.forEach((origin, version) -> {
            if (!version.equals(seen.get(origin)) && !unwritten.containsKey(origin)) {
                news.add(origin);
            }
        });
        return news;
    }

    /** Notes which version is known here. */
    synchronized void saw(String origin, long version) {
        seen.put(origin, version);
    }
}

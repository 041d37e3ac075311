package org.aurora.gateway.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageLedger;

/** A ledger that does what the one in the database does, and fails as it is told to. */
public final class MemoryLedger implements UsageLedger {
    private final Map<String, Long> held = new HashMap<>();
    private final List<UsageEvent> events = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private Predicate<UsageEvent> refused = event -> false;
    private boolean away;
    private boolean silent;

    /** Neither answers nor takes anything. */
    public synchronized void away(boolean now) {
        away = now;
    }

    /** Takes what comes, but its answer is lost. */
    public synchronized void silent(boolean now) {
        silent = now;
    }

    /** Takes no batch with such an event. */
    public synchronized void refuse(Predicate<UsageEvent> which) {
        refused = which;
    }

    /** Goes back to an earlier state, as after a backup was put back. */
    public synchronized void hold(String spool, long number) {
        held.put(spool, number);
    }

    @Override
    public synchronized long held(String spool) {
        requireAnswer(away);
        return held.getOrDefault(spool, 0L);
    }

    @Override
    public synchronized void add(String spool, long before, List<UsageEvent> batch) {
        requireAnswer(away);
        if (batch.stream().anyMatch(refused)) {
            throw new IllegalArgumentException("an event that cannot be stored");
        }
        int known = (int) Math.max(0, Math.min(batch.size(), held(spool) - before));
        events.addAll(batch.subList(known, batch.size()));
        held.merge(spool, before + batch.size(), Math::max);
        sizes.add(batch.size());
        requireAnswer(silent);
    }

    @Override
    public synchronized void tryOut(UsageEvent event) {
        requireAnswer(away);
        if (refused.test(event)) {
            throw new IllegalArgumentException("an event that cannot be stored");
        }
    }

    private static void requireAnswer(boolean gone) {
        if (gone) {
            throw new IllegalStateException("the connection broke");
        }
    }

    /** The ids of all events, in the order in which they came. */
    public synchronized List<String> ids() {
        return events.stream().map(UsageEvent::id).toList();
    }

    /** How many events each batch had. */
    public synchronized List<Integer> sizes() {
        return List.copyOf(sizes);
    }
}

package org.aurora.gateway.usage;

import java.util.List;

/** Where recorded calls end up for good. Calls block; not for event loops. */
public interface UsageLedger {
    /** How many events of that spool it holds, counted from the spool's first; 0 for a spool it never saw. */
    long held(String spool);

    /**
     * Adds a batch, all or nothing, in one transaction with the sums and with what {@link #held} says. Events that it
     * holds already, by their number, are passed over. An empty batch says that what comes before it will not come any
     * more.
     *
     * @param spool the spool's id: random, made with the spool's folder
     * @param before how many events of that spool come before the first of these
     */
    void add(String spool, long before, List<UsageEvent> events);

    /** Does with one event what {@link #add} would do, fails where that would fail, and undoes it: nothing is added. */
    void tryOut(UsageEvent event);
}

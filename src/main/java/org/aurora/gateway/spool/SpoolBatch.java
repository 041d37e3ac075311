package org.aurora.gateway.spool;

import java.util.List;
import org.aurora.gateway.usage.UsageEvent;

/** Events that follow each other without a gap; none where all that was found there is damaged. */
public final class SpoolBatch {
    private final String spool;
    private final long before;
    private final List<UsageEvent> events;
    private final List<byte[]> damaged;
    private final SpoolPosition end;

    SpoolBatch(String spool, long before, List<UsageEvent> events, List<byte[]> damaged, SpoolPosition end) {
        this.spool = spool;
        this.before = before;
        this.events = List.copyOf(events);
        this.damaged = List.copyOf(damaged);
        this.end = end;
    }

    /** The id of the spool that they are from. */
    public String spool() {
        return spool;
    }

    /** How many events of that spool come before the first of these. */
    public long before() {
        return before;
    }

    public List<UsageEvent> events() {
        return events;
    }

    /** Lines in between that cannot be read, as they are on the disk. */
    List<byte[]> damaged() {
        return damaged;
    }

    SpoolPosition end() {
        return end;
    }
}

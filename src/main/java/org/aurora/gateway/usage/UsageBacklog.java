package org.aurora.gateway.usage;

import java.time.Instant;
import java.util.Optional;

/** What waits on its way into the ledger, and what was lost on it. Asked now and then, by any thread; never blocks. */
public interface UsageBacklog {
    /** How many events wait on disk. */
    long events();

    /** How many bytes these take. */
    long bytes();

    /** When the call began whose event has waited longest; empty where none waits. */
    Optional<Instant> oldest();

    /**
     * How many events were lost since the start of the process: there was no room for them on disk, they were damaged or
     * torn there, somebody deleted them, or the ledger refuses them.
     */
    long lost();
}

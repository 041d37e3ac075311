package org.aurora.gateway.usage;

/** What was lost on its way, in memory. Asked now and then, by any thread; never blocks. */
@FunctionalInterface
public interface UsageLosses {
    /** How many events were lost since the start of the process. */
    long lost();
}

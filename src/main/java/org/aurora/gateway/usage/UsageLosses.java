package org.aurora.gateway.usage;

/** What was lost before it could be written anywhere. Asked now and then, by any thread; never blocks. */
@FunctionalInterface
public interface UsageLosses {
    /** How many events were lost since the start of the process, because the queue in memory was full. */
    long lost();
}

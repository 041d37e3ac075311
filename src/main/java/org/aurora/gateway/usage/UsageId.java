package org.aurora.gateway.usage;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the ids of recorded calls: UUIDs of version 7 (RFC 9562), which sort by time. Beside the millisecond they hold
 * a number that counts up and one that is this process's own, so that no two are alike, in this process or between
 * processes, and making one asks nobody for randomness.
 */
public final class UsageId {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTED_BITS = 26;

    private final AtomicLong counter = new AtomicLong();
    private final long process;

    /** One for each process. */
    public UsageId() {
        SecureRandom random = new SecureRandom();
        this.process = random.nextLong() & ((1L << 48) - 1);
    }

    /**
     * The next id: 36 characters.
     *
     * @param millis since 1970
     */
    public String next(long millis) {
        long count = counter.getAndIncrement() & ((1L << COUNTED_BITS) - 1);
        long high = (millis << 16) | VERSION_7 | (count >>> 14);
        long low = VARIANT | ((count & 0x3FFFL) << 48) | process;
        return new UUID(high, low).toString();
    }
}

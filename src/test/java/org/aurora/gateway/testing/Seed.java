package org.aurora.gateway.testing;

/** The seed of random tests: another each time, or {@code -Daurora.test.seed=…} to see a failure again. */
public final class Seed {
    private Seed() {}

    public static long next(String test) {
        long seed = Long.getLong("aurora.test.seed", System.nanoTime());
        System.out.println(test + ": -Daurora.test.seed=" + seed);
        return seed;
    }
}

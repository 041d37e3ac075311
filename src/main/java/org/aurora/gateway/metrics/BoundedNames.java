package org.aurora.gateway.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** So many names, those that came first; there is no place for others, ever. */
final class BoundedNames<N> {
    private final int most;
    private final Set<N> known = ConcurrentHashMap.newKeySet();

    /**
     * @param most how many there is a place for
     */
    BoundedNames(int most) {
        this.most = most;
    }

    boolean admits(N name) {
        return known.contains(name) || (known.size() < most && added(name));
    }

    private synchronized boolean added(N name) {
        return known.contains(name) || (known.size() < most && known.add(name));
    }
}

package org.aurora.gateway.access;

import java.util.List;
import java.util.Optional;

/** Access rules as tests write them. */
public final class Rules {
    private Rules() {}

    /** Admits everyone. */
    public static AccessRule open(String selector) {
        return AccessRule.of(selector, true, Optional.empty());
    }

    /** Denies everyone. */
    public static AccessRule closed(String selector) {
        return AccessRule.of(selector, false, Optional.empty());
    }

    /** Admits callers at or below these user paths. */
    public static AccessRule only(String selector, String... userPaths) {
        return AccessRule.of(selector, true, Optional.of(List.of(userPaths)));
    }
}

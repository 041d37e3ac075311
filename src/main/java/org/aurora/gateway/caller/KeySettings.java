package org.aurora.gateway.caller;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operator decides about a key.
 *
 * @param name what people call it, 1 to 256 characters; need not be its own
 * @param userPath the place that its holder has in the tree of callers; empty for none
 * @param expiresAt the first moment at which it no longer opens, to the millisecond; empty where it never ends
 */
public record KeySettings(String name, Optional<UserPath> userPath, KeyLists lists, Optional<Instant> expiresAt) {
    boolean expired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
}

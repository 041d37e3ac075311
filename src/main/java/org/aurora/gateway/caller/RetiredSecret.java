package org.aurora.gateway.caller;

import java.time.Instant;

/**
 * A secret that was replaced and still opens for a while, so that its holders can change over.
 *
 * @param validUntil the first moment at which it no longer does
 */
public record RetiredSecret(KeyHash hash, Instant validUntil) {
    boolean opens(Instant now) {
        return now.isBefore(validUntil);
    }
}

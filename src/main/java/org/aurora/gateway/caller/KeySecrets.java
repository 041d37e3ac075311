package org.aurora.gateway.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * By what a key is recognised.
 *
 * @param current that of the newest secret
 * @param rotatedAt when the newest secret took the place of another; empty where it is the first
 * @param retired those that it replaced and whose grace had not ended then, oldest first
 */
public record KeySecrets(KeyHash current, Optional<Instant> rotatedAt, List<RetiredSecret> retired) {
    /** So many replaced secrets can be in their grace at once; each is one more to compare at every call. */
    public static final int MAX_RETIRED = 8;

    public KeySecrets {
        retired = List.copyOf(retired);
    }

    /** The first secret of a new key. */
    public static KeySecrets first(KeyHash hash) {
        return new KeySecrets(hash, Optional.empty(), List.of());
    }

    /**
     * With another secret in the place of the current one.
     *
     * @param grace how long the replaced one goes on to open, 0 or more; those replaced before open no longer than it
     * @throws GatewayException {@link ErrorCode#INVALID_REQUEST} where too many would be in their grace
     */
    KeySecrets rotated(KeyHash next, Duration grace, Instant now) {
        Instant end = now.plus(grace);
        List<RetiredSecret> still = new ArrayList<>();
        for (RetiredSecret earlier : retired) {
            Instant until = earlier.validUntil().isBefore(end) ? earlier.validUntil() : end;
            still.add(new RetiredSecret(earlier.hash(), until));
        }
        still.add(new RetiredSecret(current, end));
        still.removeIf(secret -> !secret.opens(now));
        if (still.size() > MAX_RETIRED) {
            throw new GatewayException(
                            ErrorCode.INVALID_REQUEST,
                            "The key has been rotated " + MAX_RETIRED + " times within the grace of its earlier"
                                    + " secrets; wait for one of them to end, or end them all with \"grace\": \"0s\".")
                    .about("grace");
        }
        return new KeySecrets(next, Optional.of(now), still);
    }

    /** Whether this is the current secret, or one in its grace. Each is compared, whichever is right. */
    boolean open(KeyHash sent, Instant now) {
        boolean right = current.matches(sent);
        for (RetiredSecret secret : retired) {
            boolean same = secret.hash().matches(sent);
            right = right || (same && secret.opens(now));
        }
        return right;
    }

    /** When the last of the replaced secrets stops to open; empty where none does any more. */
    public Optional<Instant> graceEnd(Instant now) {
        return retired.stream()
                .filter(secret -> secret.opens(now))
                .map(RetiredSecret::validUntil)
                .max(Instant::compareTo);
    }
}

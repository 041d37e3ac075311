package org.aurora.gateway.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;

/**
 * A key that an operator made. Immutable; what changes it gives another. Its end is final: nothing here brings back a
 * key that was revoked or has expired, or a secret that was replaced.
 *
 * @param id 12 base62 characters
 * @param createdAt to the millisecond, as all its moments
 * @param revokedAt empty while it is not
 */
public record ManagedKey(
        String id, KeySettings settings, KeySecrets secrets, Instant createdAt, Optional<Instant> revokedAt) {

    /**
     * A new key.
     *
     * @throws GatewayException {@link ErrorCode#INVALID_REQUEST} where it would have expired already
     */
    public static ManagedKey create(KeyText text, KeySettings settings, Instant now) {
        requireFuture(settings, now);
        return new ManagedKey(text.id(), settings, KeySecrets.first(text.hash()), now, Optional.empty());
    }

    public KeyState state(Instant now) {
        if (revokedAt.isPresent()) {
            return KeyState.REVOKED;
        }
        return settings.expired(now) ? KeyState.EXPIRED : KeyState.ACTIVE;
    }

    /** What a credential with this key's id comes to. */
    KeyVerdict judge(KeyHash sent, Instant now) {
        boolean right = secrets.open(sent, now);
        return switch (state(now)) {
            case ACTIVE -> right ? KeyVerdict.VALID : KeyVerdict.INVALID;
            case EXPIRED -> right ? KeyVerdict.EXPIRED : KeyVerdict.INVALID;
            case REVOKED -> KeyVerdict.INVALID;
        };
    }

    /** Who holds it. */
    public Caller.Managed holder() {
        return new Caller.Managed(id, settings.userPath(), settings.lists());
    }

    /**
     * With other settings.
     *
     * @throws GatewayException {@link ErrorCode#NOT_REVERTIBLE} where it has expired and the settings say otherwise;
     *     {@link ErrorCode#INVALID_REQUEST} where they put its end into the past
     */
    public ManagedKey edited(KeySettings other, Instant now) {
        if (!other.expiresAt().equals(settings.expiresAt())) {
            if (settings.expired(now)) {
                throw ended("The key has expired, and its expiry stays as it is; make a new key.");
            }
            requireFuture(other, now);
        }
        return new ManagedKey(id, other, secrets, createdAt, revokedAt);
    }

    /**
     * With a new secret; see {@link KeySecrets#rotated}.
     *
     * @throws GatewayException {@link ErrorCode#NOT_REVERTIBLE} where it is revoked or has expired
     */
    public ManagedKey rotated(KeyHash next, Duration grace, Instant now) {
        return switch (state(now)) {
            case ACTIVE -> new ManagedKey(id, settings, secrets.rotated(next, grace, now), createdAt, revokedAt);
            case EXPIRED -> throw ended("The key has expired and cannot be rotated; make a new key.");
            case REVOKED -> throw ended("The key is revoked and cannot be rotated; make a new key.");
        };
    }

    /** As one that opens nothing from now on; the same where it is revoked already. */
    public ManagedKey revoked(Instant now) {
        return revokedAt.isPresent() ? this : new ManagedKey(id, settings, secrets, createdAt, Optional.of(now));
    }

    private static void requireFuture(KeySettings settings, Instant now) {
        if (settings.expired(now)) {
            throw new GatewayException(
                            ErrorCode.INVALID_REQUEST,
                            "'expires_at' is not in the future; to end a key now, deactivate it.")
                    .about("expires_at");
        }
    }

    private static GatewayException ended(String message) {
        return new GatewayException(ErrorCode.NOT_REVERTIBLE, message);
    }
}

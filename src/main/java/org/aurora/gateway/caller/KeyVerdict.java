package org.aurora.gateway.caller;

/** What a credential with a key's id comes to. */
enum KeyVerdict {
    VALID,
    /** The secret is right, but the key's time is over. */
    EXPIRED,
    /** The secret is wrong, or the key is revoked; which of them is not for its sender to know. */
    INVALID
}

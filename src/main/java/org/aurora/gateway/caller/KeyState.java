package org.aurora.gateway.caller;

/** What has become of a key. No way leads back from the second and third. */
public enum KeyState {
    ACTIVE,
    EXPIRED,
    REVOKED
}

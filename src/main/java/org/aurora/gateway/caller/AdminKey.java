package org.aurora.gateway.caller;

import org.aurora.gateway.model.Secret;

/**
 * A key with full rights, as configured.
 *
 * @param name the actor that its holder is in the history
 * @param key what is sent as the credential, at least 12 characters
 */
public record AdminKey(String name, Secret key) {
    /** The name of the one key that always exists. */
    public static final String MASTER = "master";

    /** The master key. */
    public static AdminKey master(Secret key) {
        return new AdminKey(MASTER, key);
    }
}

package org.aurora.gateway.caller;

/**
 * A key with full rights, as configured.
 *
 * @param name the actor that its holder is in the history
 * @param secret what is sent as the credential; {@link #toString()} hides it
 */
public record AdminKey(String name, String secret) {
    /** The name of the one key that always exists. */
    public static final String MASTER = "master";

    /** The master key. */
    public static AdminKey master(String secret) {
        return new AdminKey(MASTER, secret);
    }

    @Override
    public String toString() {
        return "AdminKey[" + name + "]";
    }
}

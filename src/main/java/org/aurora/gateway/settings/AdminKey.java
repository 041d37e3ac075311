package org.aurora.gateway.settings;

import org.aurora.gateway.provider.Secret;

/**
 * A key with the master key's rights.
 *
 * @param name who acts with it, as the history of changes will say; never {@code master}
 * @param key at least 12 characters
 */
public record AdminKey(String name, Secret key) {}

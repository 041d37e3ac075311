package org.aurora.gateway.inventory;

/** How an entry got into the inventory. */
public enum ModelSource {
    /** The provider listed it when it was last asked. */
    UPSTREAM,
    /** From the list an operator wrote for the provider. */
    CONFIGURED,
    /** The provider listed it once, but has not confirmed it since. */
    STALE
}

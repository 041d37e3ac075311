package org.aurora.gateway.inventory;

/** How an entry got into the inventory. */
public enum ModelSource {
    /** From the list an operator wrote for the provider. */
    CONFIGURED
}

package org.aurora.gateway.alias;

/** Whose rules decide about a call of an alias. */
public enum AliasAccess {
    /** The alias's own, and then those of what it leads to: any can deny. */
    BOTH,
    /** The alias's own alone: the name grants what stands behind it. */
    ALIAS
}

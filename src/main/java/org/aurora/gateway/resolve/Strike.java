package org.aurora.gateway.resolve;

/** Why a candidate is out of the question. Where several apply, the first of these is named. */
public enum Strike {
    /** No provider has it. */
    NOT_IN_INVENTORY,
    /** This caller may not use it. */
    ACCESS_DENIED,
    /** Its weight is 0, or that of an alias on the way to it. */
    WEIGHT_ZERO
}

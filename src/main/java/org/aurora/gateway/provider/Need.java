package org.aurora.gateway.provider;

/** Whether a type of provider wants a setting. */
public enum Need {
    /** Without it the provider is off. */
    REQUIRED,
    /** Used where it is given. */
    OPTIONAL,
    /** Meaningless for this type. */
    NONE
}

package org.aurora.gateway.model;

/** Where a setting comes from. */
public enum Layer {
    /** The configuration file. It wins, and cannot be changed while the gateway runs. */
    DECLARED,
    /** The admin API. */
    STORED
}

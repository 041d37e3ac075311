package org.aurora.gateway.alias;

/** How an alias with several targets chooses among those that can be used. */
public enum Strategy {
    /** At random, in proportion to the weights. */
    WEIGHTED,
    /** In the order written. */
    FAILOVER
}

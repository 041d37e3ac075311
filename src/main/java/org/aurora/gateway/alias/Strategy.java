package org.aurora.gateway.alias;

/** How an alias with several targets chooses among those that can be used. */
public enum Strategy {
    /** At random, in proportion to the weights. */
    WEIGHTED,
    /** In the order written. */
    FAILOVER,
    /** The cheapest first, by input and output price together; those without a known price last, ties in order. */
    COST;

    /** Whether a target of this weight is out of the question, however few are left. */
    public boolean neverChooses(int weight) {
        return this == WEIGHTED && weight <= 0;
    }
}

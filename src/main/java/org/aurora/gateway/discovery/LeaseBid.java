package org.aurora.gateway.discovery;

/**
 * An attempt to hold the lease a while longer, or to take it over. It fails where somebody else was first.
 *
 * @param holder who bids
 * @param seen the lease's number as it was seen
 * @param next its number afterwards
 */
public record LeaseBid(String holder, long seen, long next) {}

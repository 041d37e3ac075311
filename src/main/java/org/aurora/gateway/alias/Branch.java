package org.aurora.gateway.alias;

/**
 * One way on from an alias.
 *
 * @param weight its share under {@link Strategy#WEIGHTED}; 0 or less is never chosen
 * @param destination where it leads
 */
public record Branch(int weight, Destination destination) {}

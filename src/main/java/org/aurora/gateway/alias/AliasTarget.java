package org.aurora.gateway.alias;

/**
 * One thing an alias stands for.
 *
 * @param selector {@code provider/model}, a bare model id, or another alias
 * @param weight its share under {@link Strategy#WEIGHTED}; 0 is never chosen
 */
public record AliasTarget(String selector, int weight) {}

package org.aurora.gateway.admin;

/**
 * Which part of the history is asked for. The SQL reads it.
 *
 * @param before only revisions below this one
 * @param kind empty for all kinds
 * @param name empty for all names
 * @param actor the key that was used; empty for all
 * @param limit at most so many
 */
public record HistoryQuery(long before, String kind, String name, String actor, int limit) {}

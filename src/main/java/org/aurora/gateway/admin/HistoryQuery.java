package org.aurora.gateway.admin;

/**
 * Which part of the history is asked for. The SQL reads it.
 *
 * @param before only revisions below this one
 * @param kind empty for all kinds
 * @param name empty for all names
 * @param limit at most so many
 */
public record HistoryQuery(long before, String kind, String name, int limit) {}

package org.aurora.gateway.accounting;

/**
 * One group of a report.
 *
 * @param period the day or the hour, counted from 1970 by UTC; 0 where not grouped by it
 * @param name the alias, user path or key; empty where not grouped by it, and for calls without a user path
 * @param provider empty where not grouped by it
 * @param model empty where not grouped by it
 */
public record UsageGroup(long period, String name, String provider, String model, UsageSums sums) {}

package org.aurora.gateway.settings;

/**
 * How calls are recorded.
 *
 * @param enabled whether they are
 * @param costHeader whether answers that are sent whole say what they cost
 * @param spoolMaxBytes how much may wait on disk for the database, 1 byte to 1 PiB
 * @param retentionDays how many days the row of a call is kept, 0 to 36,500; 0 for ever
 * @param rollupRetentionDays how many days the sums that reports read are kept, 0 to 36,500; 0 for ever
 */
public record UsageSettings(
        boolean enabled, boolean costHeader, long spoolMaxBytes, int retentionDays, int rollupRetentionDays) {}

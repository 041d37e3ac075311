package org.aurora.gateway.resolve;

import org.aurora.gateway.access.Standing;

/**
 * What a caller's list of models depends on: for equal keys of one process it is the same.
 *
 * @param generation the snapshot's
 */
public record ModelListKey(long generation, Standing standing) {}

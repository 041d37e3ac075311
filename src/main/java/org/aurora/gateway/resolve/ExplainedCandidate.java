package org.aurora.gateway.resolve;

import org.aurora.gateway.access.AccessTrace;

/**
 * A candidate with all that was considered about its access.
 *
 * @param access made of the same questions as the candidate's own decision
 */
public record ExplainedCandidate(JudgedCandidate judged, AccessTrace access) {}

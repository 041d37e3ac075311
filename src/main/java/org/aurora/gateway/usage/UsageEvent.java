package org.aurora.gateway.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.TokenCounts;

/**
 * One authenticated call, once its last byte has left or its caller has. Failed calls leave one too.
 *
 * @param id made here, unique among all gateways; never anything that a caller sent
 * @param at when the call began, to the millisecond
 * @param requestId what caller and log know the call by; callers may choose it, so it is not unique
 * @param counts what the provider says was used; {@link TokenCounts#UNKNOWN} where it said nothing
 * @param upstreamCost what the provider itself says that the call cost
 * @param cost by the prices of the moment at which the call began
 */
public record UsageEvent(
        String id,
        Instant at,
        String requestId,
        UsageCaller caller,
        UsageModels models,
        UsageOutcome outcome,
        TokenCounts counts,
        Optional<BigDecimal> upstreamCost,
        Cost cost) {}

package org.aurora.gateway.discovery;

import java.time.Instant;
import org.aurora.gateway.resolve.InventoryDiff;

/** When a provider's models last changed, and how. */
public record ProviderChange(Instant at, InventoryDiff diff) {}

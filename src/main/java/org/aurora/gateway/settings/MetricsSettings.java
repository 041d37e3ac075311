package org.aurora.gateway.settings;

import java.util.Optional;
import org.aurora.gateway.model.Secret;

/**
 * Who may read the metrics, beside those who have a master or admin key.
 *
 * @param open whether everybody may
 * @param token a key for metrics alone, at least 12 characters; empty where there is none
 */
public record MetricsSettings(boolean open, Optional<Secret> token) {}

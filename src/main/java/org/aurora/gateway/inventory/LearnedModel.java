package org.aurora.gateway.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model as a provider listed it.
 *
 * @param id the provider's own id, fit to be named in a request
 * @param metadata what the provider said about it, under the names that operators use; its prices, which are not the
 *     operator's, as {@code upstream_pricing} and in the provider's own words
 */
public record LearnedModel(String id, Map<String, Object> metadata) {
    public LearnedModel {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}

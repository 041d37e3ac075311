package org.aurora.gateway.resolve;

import java.util.Map;

/**
 * A name as {@code /v1/models} shows it.
 *
 * @param id {@code provider/model}, an alias's name, or, in a look-up, the bare id asked for
 * @param ownedBy the provider's name, or {@code aurora} for an alias
 * @param metadata what is known of the model, or of the first model behind the alias, where the caller may see that one too
 */
public record ModelEntry(String id, String ownedBy, Map<String, Object> metadata) {
    static final String ALIAS_OWNER = "aurora";

    /** One of which no more is known. */
    public ModelEntry(String id, String ownedBy) {
        this(id, ownedBy, Map.of());
    }

    /** Seconds since 1970; always 0, since no provider can be relied on to tell, and clients want a number. */
    public long created() {
        return 0;
    }
}

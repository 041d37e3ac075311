package org.aurora.gateway.resolve;

/**
 * A name as {@code /v1/models} shows it.
 *
 * @param id {@code provider/model}, an alias's name, or, in a look-up, the bare id asked for
 * @param ownedBy the provider's name, or {@code aurora} for an alias
 */
public record ModelEntry(String id, String ownedBy) {
    static final String ALIAS_OWNER = "aurora";

    /** Seconds since 1970; always 0, since no provider can be relied on to tell, and clients want a number. */
    public long created() {
        return 0;
    }
}

package org.aurora.gateway.discovery;

/** The exchange variables of a poll. */
final class Polls {
    /** {@link org.aurora.gateway.provider.Provider}, the one asked. */
    static final String PROVIDER = "provider";
    /** {@link org.aurora.gateway.inventory.Listing}, what it has said so far. */
    static final String LISTING = "listing";
    /** {@link org.aurora.gateway.resolve.Target}, the provider as kamelets know it. */
    static final String TARGET = "target";
    /** {@code String}, its kamelet. */
    static final String KAMELET = "kamelet";
    /** {@code String}, always {@code models}. */
    static final String OPERATION = "operation";

    private Polls() {}
}

package org.aurora.gateway.provider;

/** What a provider's configured list of models means beside the list that the provider itself gives. */
public enum ConfiguredModelsMode {
    /** The configured list stands in where the provider gives none. */
    FALLBACK,
    /** The configured list alone counts, and the provider is not asked. */
    ALLOWLIST,
    /** The provider's list, then configured ids it lacks. */
    MERGE
}

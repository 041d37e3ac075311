package org.aurora.gateway.access;

/** What a caller is told about a model that access is denied to. */
public enum DeniedResponse {
    /** 403: it exists, and this caller may not use it. */
    FORBIDDEN,
    /** 404, word for word as for a model that does not exist. */
    NOT_FOUND
}

package org.aurora.gateway.error;

/** What a caller is told who may not use a model. */
public enum ModelAccessDeniedResponse {
    /** 403, which admits that the model exists. */
    FORBIDDEN,
    /** 404, the same answer as for a model nobody has. */
    NOT_FOUND
}

package org.aurora.gateway.alias;

/** Which name the {@code model} field of an answer carries. */
public enum ResponseModel {
    /** What upstream says answered. */
    UPSTREAM,
    /** What the caller asked for. */
    REQUESTED
}

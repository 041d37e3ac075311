package org.aurora.gateway.admin;

/** What an import does with what it reads. */
enum ImportMode {
    /** Nothing; it only says what a merge would change. */
    DRY_RUN,
    /** Writes what the document has; names it does not have stay. */
    MERGE,
    /** Writes what the document has and deletes every other stored name. */
    REPLACE
}

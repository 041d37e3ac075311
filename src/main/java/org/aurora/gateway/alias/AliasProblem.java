package org.aurora.gateway.alias;

/**
 * Why an enabled alias cannot be called, for people who can correct it.
 *
 * @param alias the name of the alias
 * @param kind what is wrong
 * @param sentence the same in words, naming other aliases and models
 */
public record AliasProblem(String alias, Kind kind, String sentence) {
    /** What can be wrong with an alias. */
    public enum Kind {
        /** Nobody could call it by that name; it is left out altogether. */
        INVALID_NAME,
        /** It leads back to itself. */
        CYCLE,
        /** More than {@link AliasBook#MAX_DEPTH} aliases follow one another. */
        TOO_DEEP,
        /** More than {@link AliasBook#MAX_CANDIDATES} models stand behind it. */
        TOO_MANY_CANDIDATES,
        /** It is well formed, but no model behind it is known and may be chosen. It recovers by itself. */
        NO_KNOWN_TARGET
    }
}

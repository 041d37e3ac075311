package org.aurora.gateway.caller;

import java.util.List;
import java.util.Optional;

/**
 * What a key limits its holder to, beside the rules. An entry is {@code *}, {@code provider/*}, or any name: the one
 * that was called, an alias on the way, or the concrete model; a bare id means it at every provider.
 *
 * @param allowed at least one has to match; empty where the key has no such limit, an empty list where it allows
 *     nothing
 * @param denied none may match
 */
public record KeyLists(Optional<List<String>> allowed, List<String> denied) {
    /** A key without limits of its own. */
    public static final KeyLists NONE = new KeyLists(Optional.empty(), List.of());

    public KeyLists {
        allowed = allowed.map(List::copyOf);
        denied = List.copyOf(denied);
    }
}

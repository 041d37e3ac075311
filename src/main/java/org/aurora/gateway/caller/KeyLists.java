package org.aurora.gateway.caller;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a key limits its holder to, beside the rules. An entry is {@code *}, {@code provider/*}, or any name: the one
 * that was called, an alias on the way, or the concrete model; a bare id means it at every provider. Both lists keep
 * their order; whether one has an entry is one hash lookup.
 */
public final class KeyLists {
    /** A key without limits of its own. */
    public static final KeyLists NONE = new KeyLists(Optional.empty(), List.of());

    private final Optional<List<String>> allowed;
    private final List<String> denied;
    private final Set<String> allowedEntries;
    private final Set<String> deniedEntries;

    /**
     * The lists as written.
     *
     * @param allowed at least one entry has to match; empty where the key has no such limit, an empty list where it
     *     allows nothing
     * @param denied none may match
     */
    public KeyLists(Optional<List<String>> allowed, List<String> denied) {
        this.allowed = allowed.map(List::copyOf);
        this.denied = List.copyOf(denied);
        this.allowedEntries = Set.copyOf(allowed.orElse(List.of()));
        this.deniedEntries = Set.copyOf(denied);
    }

    /** The entries of which at least one has to match; empty where the key has no such limit. */
    public Optional<List<String>> allowed() {
        return allowed;
    }

    /** The entries of which none may match. */
    public List<String> denied() {
        return denied;
    }

    /** Whether at least one entry has to match. */
    public boolean limitsAllowed() {
        return allowed.isPresent();
    }

    /** Whether exactly this text is an entry of the first list. */
    public boolean allows(String entry) {
        return allowedEntries.contains(entry);
    }

    /** Whether exactly this text is an entry of the second list. */
    public boolean denies(String entry) {
        return deniedEntries.contains(entry);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof KeyLists lists && allowed.equals(lists.allowed) && denied.equals(lists.denied));
    }

    @Override
    public int hashCode() {
        return 31 * allowed.hashCode() + denied.hashCode();
    }

    @Override
    public String toString() {
        return "KeyLists[allowed=" + allowed + ", denied=" + denied + "]";
    }
}

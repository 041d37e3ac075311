package org.aurora.gateway.journal;

import java.util.List;
import java.util.Optional;

/**
 * A change that somebody wants made, all of it or nothing.
 *
 * @param author whose it will be
 * @param plan what it comes to, on the state it is checked against
 */
public record Proposal(Author author, Plan plan) {
    /** What a proposal comes to on a given state; asked anew where another writer came first. */
    @FunctionalInterface
    public interface Plan {
        /** In the order in which they are written; no name twice. None: there is nothing to do. */
        List<Item> on(JournalState state);
    }

    /** A proposal that concerns one name. */
    public static Proposal of(Author author, Item item) {
        return new Proposal(author, state -> List.of(item));
    }

    /**
     * What one name should hold.
     *
     * @param value the whole setting as JSON; empty to delete it
     * @param precondition what must be true of the name
     */
    public record Item(SettingName setting, Optional<String> value, Precondition precondition) {
        /** Whether the name is to be deleted. */
        public boolean deletes() {
            return value.isEmpty();
        }
    }

    /**
     * Who makes a change.
     *
     * @param actor the name of the key that was used
     * @param claimed who the request says is behind it
     * @param reason why, as the request says
     */
    public record Author(String actor, Optional<String> claimed, Optional<String> reason) {}
}

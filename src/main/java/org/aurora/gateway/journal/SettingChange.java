package org.aurora.gateway.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the journal.
 *
 * @param revision counts all changes, from 1, without gaps
 * @param setting what was changed
 * @param version counts the changes of this one name, from 1, deletes included
 * @param actor whose key made the change
 * @param claimedAuthor who the request said was behind it; nothing proves it
 * @param at when, by the clock of the process that wrote it, to the millisecond
 * @param reason why, as far as it was said
 * @param value the whole setting as JSON; empty where it was deleted
 */
public record SettingChange(
        long revision,
        SettingName setting,
        int version,
        String actor,
        Optional<String> claimedAuthor,
        Instant at,
        Optional<String> reason,
        Optional<String> value) {

    /** Whether this change left nothing of the name. */
    public boolean deleted() {
        return value.isEmpty();
    }
}

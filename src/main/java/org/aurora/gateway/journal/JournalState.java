package org.aurora.gateway.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.model.ShardedMap;

/**
 * Every name's last change, as of one revision. Immutable; adding changes costs time in proportion to them.
 *
 * @param revision that of the newest change; 0 when there is none
 * @param newest the newest change; empty when there is none, or when it is of a kind that this version does not know
 */
public record JournalState(long revision, Optional<SettingChange> newest, ShardedMap<SettingName, SettingChange> last) {
    /** Before the first change. */
    public static JournalState empty() {
        return new JournalState(0, Optional.empty(), ShardedMap.empty());
    }

    /**
     * This state and the changes after it.
     *
     * @param upTo the revision up to which the changes are complete
     * @param changes in order of revision; those that this state already has are passed over
     */
    public JournalState with(long upTo, Collection<SettingChange> changes) {
        if (upTo <= revision) {
            return this;
        }
        Map<SettingName, SettingChange> put = new HashMap<>();
        Optional<SettingChange> newestOfThem = Optional.empty();
        for (SettingChange change : changes) {
            if (change.revision() > revision) {
                put.put(change.setting(), change);
                newestOfThem = Optional.of(change).filter(last -> last.revision() == upTo);
            }
        }
        return new JournalState(upTo, newestOfThem, last.with(put, List.of()));
    }

    /** What the name holds now. */
    public Optional<SettingChange> current(SettingName setting) {
        return lastChange(setting).filter(change -> !change.deleted());
    }

    /** The last change of the name, be it that it was deleted. */
    public Optional<SettingChange> lastChange(SettingName setting) {
        return last.find(setting);
    }

    /** All that exist of one kind, in no order. */
    public Stream<SettingChange> all(SettingKind kind) {
        return last.values().filter(change -> change.setting().kind() == kind).filter(change -> !change.deleted());
    }

    /** Whether anything of these kinds has changed after a revision; of one that is still to come, it is not known. */
    public boolean changedSince(long earlier, Set<SettingKind> kinds) {
        return earlier > revision
                || last.values()
                        .anyMatch(change -> change.revision() > earlier
                                && kinds.contains(change.setting().kind()));
    }

    /** The version that the next change of the name gets; it goes on counting after a delete. */
    public int nextVersion(SettingName setting) {
        return lastChange(setting).map(change -> change.version() + 1).orElse(1);
    }

    /**
     * The changes by which this state goes on from an earlier one, in order of revision: of each name the last. Empty
     * where it does not go on from it, because the journal was put back. Costs time in proportion to them.
     */
    public Optional<List<SettingChange>> since(JournalState earlier) {
        List<SettingChange> changes = inOrder(last.entriesBeyond(earlier.last).map(Map.Entry::getValue));
        boolean nothingElse = changes.isEmpty() || changes.get(0).revision() > earlier.revision;
        long named = changes.stream()
                .filter(change -> !earlier.last.contains(change.setting()))
                .count();
        boolean nothingGone = last.size() == earlier.last.size() + named;
        return revision >= earlier.revision && nothingElse && nothingGone ? Optional.of(changes) : Optional.empty();
    }

    /** How many names ever held something. */
    public int size() {
        return last.size();
    }

    /** All last changes in order of revision, deletes included: enough to make this state again. */
    public List<SettingChange> changes() {
        return inOrder(last.values());
    }

    private static List<SettingChange> inOrder(Stream<SettingChange> changes) {
        return changes.sorted(Comparator.comparingLong(SettingChange::revision)).toList();
    }
}

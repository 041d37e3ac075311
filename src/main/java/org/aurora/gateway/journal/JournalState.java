package org.aurora.gateway.journal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every name's last change, as of one revision. Immutable; adding changes costs one copy of a map.
 *
 * @param revision that of the newest change; 0 when there is none
 * @param newest the newest change; empty when there is none, or when it is of a kind that this version does not know
 */
public record JournalState(long revision, Optional<SettingChange> newest, Map<SettingName, SettingChange> last) {
    public JournalState {
        last = Collections.unmodifiableMap(last);
    }

    /** Before the first change. */
    public static JournalState empty() {
        return new JournalState(0, Optional.empty(), Map.of());
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
        Map<SettingName, SettingChange> next = new HashMap<>(last);
        Optional<SettingChange> newestOfThem = Optional.empty();
        for (SettingChange change : changes) {
            if (change.revision() > revision) {
                next.put(change.setting(), change);
                newestOfThem = Optional.of(change).filter(last -> last.revision() == upTo);
            }
        }
        return new JournalState(upTo, newestOfThem, next);
    }

    /** What the name holds now. */
    public Optional<SettingChange> current(SettingName setting) {
        return lastChange(setting).filter(change -> !change.deleted());
    }

    /** The last change of the name, be it that it was deleted. */
    public Optional<SettingChange> lastChange(SettingName setting) {
        return Optional.ofNullable(last.get(setting));
    }

    /** All that exist of one kind, in no order. */
    public Stream<SettingChange> all(SettingKind kind) {
        return last.values().stream()
                .filter(change -> change.setting().kind() == kind)
                .filter(change -> !change.deleted());
    }

    /** The version that the next change of the name gets; it goes on counting after a delete. */
    public int nextVersion(SettingName setting) {
        return lastChange(setting).map(change -> change.version() + 1).orElse(1);
    }

    /** All last changes in order of revision, deletes included: enough to make this state again. */
    public List<SettingChange> changes() {
        return last.values().stream()
                .sorted((one, other) -> Long.compare(one.revision(), other.revision()))
                .toList();
    }
}

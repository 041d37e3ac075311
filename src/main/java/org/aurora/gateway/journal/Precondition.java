package org.aurora.gateway.journal;

import java.util.Optional;
import java.util.Set;

/**
 * What must be true of a name for a write to happen (RFC 9110, sections 13.1.1 and 13.1.2). An entity tag is the
 * version in quotes.
 */
public sealed interface Precondition {
    /** Whether the write may happen. */
    boolean holds(Optional<SettingChange> current);

    /** The write happens whatever is there. */
    record None() implements Precondition {
        @Override
        public boolean holds(Optional<SettingChange> current) {
            return true;
        }
    }

    /** {@code If-Match: *}: something is there. */
    record Exists() implements Precondition {
        @Override
        public boolean holds(Optional<SettingChange> current) {
            return current.isPresent();
        }
    }

    /** {@code If-None-Match: *}: nothing is there. */
    record Absent() implements Precondition {
        @Override
        public boolean holds(Optional<SettingChange> current) {
            return current.isEmpty();
        }
    }

    /** {@code If-Match: "3"}: one of these versions is there. */
    record OneOf(Set<Integer> versions) implements Precondition {
        public OneOf {
            versions = Set.copyOf(versions);
        }

        @Override
        public boolean holds(Optional<SettingChange> current) {
            return current.map(SettingChange::version)
                    .filter(versions::contains)
                    .isPresent();
        }
    }

    /** Nothing has changed the name since this version of it, deletes included; for going back by one step. */
    record StillAt(int version) implements Precondition {
        @Override
        public boolean holds(Optional<SettingChange> last) {
            return last.map(SettingChange::version).filter(at -> at == version).isPresent();
        }
    }
}

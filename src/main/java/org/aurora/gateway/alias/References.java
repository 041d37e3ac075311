package org.aurora.gateway.alias;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.model.NameSet;
import org.aurora.gateway.model.ShardedMap;

/**
 * Which aliases have a text as a target, enabled or not, whether the text names an alias, a model or nothing. It tells
 * what a change of a name can reach. Immutable; a changed copy costs time in proportion to the change, however many
 * share the targets changed.
 */
final class References {
    private final ShardedMap<String, NameSet> users;

    private References(ShardedMap<String, NameSet> users) {
        this.users = users;
    }

    static References none() {
        return new References(ShardedMap.empty());
    }

    /** The aliases with that text among their targets, in no particular order. */
    Stream<String> usersOf(String text) {
        return users.find(text).orElse(NameSet.empty()).names();
    }

    References with(Collection<AliasChange> changes) {
        Map<String, Edit> edits = new HashMap<>();
        for (AliasChange change : changes) {
            Set<String> before = texts(change.before());
            Set<String> after = texts(change.after());
            if (!before.equals(after)) {
                before.forEach(text -> edit(edits, text).gone.add(change.name()));
                after.forEach(text -> edit(edits, text).come.add(change.name()));
            }
        }
        Map<String, NameSet> put = new HashMap<>();
        List<String> unused = new ArrayList<>();
        edits.forEach((text, edit) -> {
            NameSet left = users.find(text).orElse(NameSet.empty()).with(edit.come, edit.gone);
            if (left.isEmpty()) {
                unused.add(text);
            } else {
                put.put(text, left);
            }
        });
        return new References(users.with(put, unused));
    }

    private static Set<String> texts(Optional<Alias> alias) {
        Set<String> texts = new HashSet<>();
        alias.ifPresent(its -> its.targets().forEach(target -> texts.add(target.selector())));
        return texts;
    }

    private static Edit edit(Map<String, Edit> edits, String text) {
        return edits.computeIfAbsent(text, key -> new Edit());
    }

    private static final class Edit {
        private final Set<String> gone = new HashSet<>();
        private final List<String> come = new ArrayList<>();
    }
}

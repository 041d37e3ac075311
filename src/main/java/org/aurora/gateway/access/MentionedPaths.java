package org.aurora.gateway.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.model.ShardedMap;

/** The user paths that rules mention, and how many times each. Immutable; a changed copy costs what the change does. */
final class MentionedPaths {
    private static final String ROOT = "/";

    private final ShardedMap<String, Mention> mentions;

    private MentionedPaths(ShardedMap<String, Mention> mentions) {
        this.mentions = mentions;
    }

    static MentionedPaths none() {
        return new MentionedPaths(ShardedMap.empty());
    }

    /** A copy without the paths of some rules, which it knows, and with those of others. */
    MentionedPaths with(Collection<AccessRule> gone, Collection<AccessRule> come) {
        Map<UserPath, Integer> changes = new HashMap<>();
        come.forEach(rule -> paths(rule).forEach(path -> changes.merge(path, 1, Integer::sum)));
        gone.forEach(rule -> paths(rule).forEach(path -> changes.merge(path, -1, Integer::sum)));
        Map<String, Mention> put = new HashMap<>();
        List<String> removed = new ArrayList<>();
        changes.forEach((path, change) -> {
            int times = mentions.find(path.text()).map(Mention::times).orElse(0) + change;
            if (times == 0) {
                removed.add(path.text());
            } else {
                put.put(path.text(), new Mention(path, times));
            }
        });
        return new MentionedPaths(mentions.with(put, removed));
    }

    private static List<UserPath> paths(AccessRule rule) {
        return rule.userPaths().orElse(List.of());
    }

    /** The deepest path mentioned that covers this one. Costs a lookup for each of its segments. */
    Optional<UserPath> deepestAbove(UserPath path) {
        String text = path.text();
        while (!text.isEmpty()) {
            Optional<Mention> mention = mentions.find(text);
            if (mention.isPresent()) {
                return mention.map(Mention::path);
            }
            text = text.substring(0, text.lastIndexOf('/'));
        }
        return mentions.find(ROOT).map(Mention::path);
    }

    private record Mention(UserPath path, int times) {}
}

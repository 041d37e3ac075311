package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.caller.UserPath;

/** Reads the access rules of the configuration file. */
final class RulesSection {
    private RulesSection() {}

    /** The rules as written; what a rule's text means depends on the providers and is not looked at here. */
    static List<AccessRule> read(YamlSection rules) {
        List<AccessRule> read = new ArrayList<>();
        rules.entries().forEach((selector, value) -> {
            AccessRule.selectorProblem(selector).ifPresent(problem -> {
                throw value.place().refuse("the rule's text " + Place.quote(selector) + " " + problem);
            });
            YamlSection body = value.section();
            userPaths(body).ifPresent(paths -> requireAll(paths));
            read.add(RuleDocument.read(selector, body));
        });
        return read;
    }

    private static Optional<YamlValue> userPaths(YamlSection body) {
        return body.find("user_paths").filter(value -> !value.isNothing());
    }

    private static void requireAll(YamlValue userPaths) {
        List<YamlValue> paths = userPaths.list();
        if (paths.size() > AccessRule.MAX_USER_PATHS) {
            throw userPaths
                    .place()
                    .refuse("the list has " + paths.size() + " entries; at most " + AccessRule.MAX_USER_PATHS
                            + " are allowed");
        }
        for (YamlValue path : paths) {
            WrittenValue written = path.text();
            UserPath.problem(written.text()).ifPresent(problem -> {
                throw path.place()
                        .refuse("the user path " + Place.quote(written.shown()) + " " + problem
                                + "; write one such as /team/alpha");
            });
        }
    }
}

package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.error.GatewayException;

/** Reads the access rules of a document of several settings, where each mistake has a line. */
final class RulesSection {
    private RulesSection() {}

    /** The rules as written. */
    static List<AccessRule> read(YamlSection rules) {
        List<AccessRule> read = new ArrayList<>();
        rules.entries().forEach((selector, value) -> read.add(rule(selector, value)));
        return read;
    }

    private static AccessRule rule(String selector, YamlValue value) {
        try {
            return RuleDocument.read(selector, value.section());
        } catch (GatewayException mistake) {
            throw value.place().refuse(mistake.message());
        }
    }
}

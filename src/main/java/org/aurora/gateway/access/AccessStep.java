package org.aurora.gateway.access;

import java.util.List;

/**
 * One question of those that a decision is made of.
 *
 * @param name what was asked about: an alias's name or {@code provider/model}
 * @param subject what that is
 * @param rules all rules that speak of it, the most specific one, which decides, first
 */
public record AccessStep(String name, Subject subject, List<AccessRule> rules, AccessDecision decision) {
    /** What a question is about. */
    public enum Subject {
        ALIAS,
        MODEL,
        /** The caller's key, which has lists of its own. */
        KEY
    }

    public AccessStep {
        rules = List.copyOf(rules);
    }
}

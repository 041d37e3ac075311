package org.aurora.gateway.access;

import java.util.Optional;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.model.NameList;

/**
 * Whether a caller may use a name, and what decided that. The words are for operators; callers are not shown them. They
 * are put together only when asked for, since nearly all decisions are made to allow a call and never looked at.
 */
public sealed interface AccessDecision {
    /** Whether the use is allowed. */
    boolean allowed();

    /**
     * What decided: the text of a rule, {@code default}, {@code master}, or the list of a key, {@code allowed_models} or
     * {@code denied_models}.
     */
    String decidedBy();

    /** One clause that says why. */
    String reason();

    /**
     * The most specific rule that speaks of the name.
     *
     * @param place where the caller is in the tree of user paths
     */
    record ByRule(boolean allowed, AccessRule rule, Optional<UserPath> place) implements AccessDecision {
        @Override
        public String decidedBy() {
            return rule.selector();
        }

        @Override
        public String reason() {
            String says = "the rule '" + rule.selector() + "' ";
            if (!rule.enabled()) {
                return says + "denies everyone";
            }
            if (rule.userPaths().isEmpty()) {
                return says + "admits everyone";
            }
            String admitted = NameList.of(
                    rule.userPaths().get().stream().map(UserPath::text).toList());
            String caller = place.map(path -> "is at " + path).orElse("has no user path");
            return says + "admits callers at or below " + admitted + ", " + (allowed ? "and" : "but") + " this one "
                    + caller;
        }
    }

    /** No rule speaks of the name. */
    record ByDefault(boolean allowed) implements AccessDecision {
        @Override
        public String decidedBy() {
            return "default";
        }

        @Override
        public String reason() {
            return "no rule speaks of it, and models are " + (allowed ? "enabled" : "disabled") + " by default";
        }
    }

    /** Full rights, which only a rule that denies everyone can take away. */
    record ByMaster() implements AccessDecision {
        @Override
        public boolean allowed() {
            return true;
        }

        @Override
        public String decidedBy() {
            return "master";
        }

        @Override
        public String reason() {
            return "full rights, and no rule denies everyone";
        }
    }

    /**
     * An entry of a key's own lists.
     *
     * @param entry the one that matches; empty where none of an allow list does
     */
    record ByKey(boolean allowed, String decidedBy, Optional<String> entry) implements AccessDecision {
        static final String ALLOWED_MODELS = "allowed_models";
        static final String DENIED_MODELS = "denied_models";

        @Override
        public String reason() {
            return entry.map(text -> "the entry '" + text + "' of the key's " + decidedBy + " matches")
                    .orElse("no entry of the key's " + decidedBy + " matches");
        }
    }
}

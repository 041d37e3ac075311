package org.aurora.gateway.resolve;

import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;

/** One write to the stored settings that names are decided by. */
public sealed interface StoredChange {
    /** An alias is created, or takes the place of the stored one of its name. */
    record AliasWritten(Alias alias) implements StoredChange {}

    /** The stored alias of that name is gone. */
    record AliasDeleted(String name) implements StoredChange {}

    /** A rule is created, or takes the place of the stored one of its text. */
    record RuleWritten(AccessRule rule) implements StoredChange {}

    /** The stored rule of exactly that text is gone. */
    record RuleDeleted(String selector) implements StoredChange {}
}

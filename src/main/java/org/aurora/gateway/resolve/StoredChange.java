package org.aurora.gateway.resolve;

import org.aurora.gateway.access.AccessRule;
import org.aurora.gateway.alias.Alias;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.pricing.PriceTimeline;

/** One write to the stored settings that requests are decided by. */
public sealed interface StoredChange {
    /** An alias is created, or takes the place of the stored one of its name. */
    record AliasWritten(Alias alias) implements StoredChange {}

    /** The stored alias of that name is gone. */
    record AliasDeleted(String name) implements StoredChange {}

    /** A rule is created, or takes the place of the stored one of its text. */
    record RuleWritten(AccessRule rule) implements StoredChange {}

    /** The stored rule of exactly that text is gone. */
    record RuleDeleted(String selector) implements StoredChange {}

    /** A key is made, or takes the place of the one of its id. */
    record KeyWritten(ManagedKey key) implements StoredChange {}

    /** The key of that id is gone. */
    record KeyDeleted(String id) implements StoredChange {}

    /** What is stored about the price of a model takes the place of what was. */
    record PriceWritten(String selector, PriceTimeline timeline) implements StoredChange {}

    /** Nothing is stored about the price of exactly that text any more. */
    record PriceDeleted(String selector) implements StoredChange {}
}

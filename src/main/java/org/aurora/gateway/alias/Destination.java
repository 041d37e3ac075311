package org.aurora.gateway.alias;

import org.aurora.gateway.model.ProviderModel;

/** What one target of an alias turned out to name. */
public sealed interface Destination {
    /** The target as the operator wrote it. */
    String selector();

    /**
     * A concrete model.
     *
     * @param known whether the inventory has it
     */
    record Model(String selector, ProviderModel model, boolean known) implements Destination {}

    /** Another alias. */
    record Chained(CompiledAlias alias) implements Destination {
        @Override
        public String selector() {
            return alias.name();
        }
    }

    /** Nothing that is known today. */
    record Nothing(String selector) implements Destination {}
}

package org.aurora.gateway.access;

import java.util.List;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.model.ProviderModel;

/** Who may use which names. Pure: the same question gets the same answer for the life of a snapshot. */
public interface AccessPolicy {
    /**
     * Whether the caller may use a model by way of these aliases.
     *
     * @param aliasChain the aliases gone through, from the one called downwards; empty where the model itself was
     *     called
     */
    AccessDecision decide(Caller caller, List<String> aliasChain, ProviderModel model);

    /**
     * Whether the caller may use the last of these aliases, which leads to no model.
     *
     * @param aliasChain the aliases gone through, from the one called downwards; never empty
     */
    AccessDecision decide(Caller caller, List<String> aliasChain);

    /** No rules: one answer for everything and everyone but the master, who may do all. */
    static AccessPolicy withoutRules(boolean modelsEnabledByDefault) {
        return new DefaultAccess(modelsEnabledByDefault);
    }
}

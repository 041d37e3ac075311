package org.aurora.gateway.access;

import java.util.List;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.model.ProviderModel;

final class DefaultAccess implements AccessPolicy {
    private static final AccessDecision MASTER = new AccessDecision.Allowed("the master may use everything", "master");

    private final AccessDecision everyoneElse;

    DefaultAccess(boolean modelsEnabledByDefault) {
        everyoneElse = modelsEnabledByDefault
                ? new AccessDecision.Allowed("no rule speaks, and models are enabled by default", "default")
                : new AccessDecision.Denied("no rule speaks, and models are disabled by default", "default");
    }

    @Override
    public AccessDecision decide(Caller caller, List<String> aliasChain, ProviderModel model) {
        return decide(caller, aliasChain);
    }

    @Override
    public AccessDecision decide(Caller caller, List<String> aliasChain) {
        return caller instanceof Caller.Master ? MASTER : everyoneElse;
    }
}

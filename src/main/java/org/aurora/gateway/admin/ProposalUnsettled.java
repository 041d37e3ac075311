package org.aurora.gateway.admin;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether a proposal still has to be checked and written, because it is new or because another writer came first. */
public final class ProposalUnsettled implements Predicate {
    @Override
    public boolean matches(Exchange exchange) {
        return !exchange.getVariable("settled", false, Boolean.class);
    }
}

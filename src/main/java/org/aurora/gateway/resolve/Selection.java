package org.aurora.gateway.resolve;

/** What comes of a request's name: somewhere to send it, or a refusal. */
public sealed interface Selection permits DispatchPlan, Refused {
    /**
     * The plan.
     *
     * @throws org.aurora.gateway.error.GatewayException the refusal
     */
    DispatchPlan orThrow();
}

package org.aurora.gateway.inbound;

/** Is told of each call when it is over. */
@FunctionalInterface
public interface CallObserver {
    /** The call's last byte has left, or its caller has. On the connection's event loop: must neither block nor throw. */
    void over(Call call);

    /** Tells both, this one first. */
    default CallObserver and(CallObserver other) {
        return call -> {
            over(call);
            other.over(call);
        };
    }
}

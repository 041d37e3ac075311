package org.aurora.gateway.route;

import org.apache.camel.Exchange;

/** The exchange variables that steps share. They are public API: docs/extending.md lists them, and a test compares. */
final class Variables {
    /** What is asked for, as the path below a provider's base URL; from the first step of each route. */
    static final String OPERATION = "operation";
    /** {@link org.aurora.gateway.caller.Caller}, from authenticate. */
    static final String CALLER = "caller";
    /** What {@link RecogniseByName} reads; from an integrator's own authenticate step. */
    static final String CALLER_NAME = "callerName";
    /** {@link ModelRequest}, from read-request. */
    static final String REQUEST = "request";
    /** {@link org.aurora.gateway.resolve.Snapshot}, from resolve-model. */
    static final String SNAPSHOT = "snapshot";
    /** {@link org.aurora.gateway.resolve.Resolution}, from resolve-model. */
    static final String RESOLUTION = "resolution";
    /** {@link org.aurora.gateway.resolve.Decision}, from check-access. */
    static final String DECISION = "decision";
    /** {@link Attempt}, from check-access and next-candidate. */
    static final String ATTEMPT = "attempt";
    /** {@link org.aurora.gateway.resolve.Target}, from check-access and next-candidate. */
    static final String TARGET = "target";
    /** {@code String}, the target's kamelet, from check-access and next-candidate. */
    static final String KAMELET = "kamelet";
    /** {@link org.aurora.gateway.upstream.UpstreamAnswer}, from the provider's kamelet. */
    static final String ANSWER = "answer";
    /** {@link org.aurora.gateway.resolve.ModelListKey}, from ask-for-list. */
    static final String LIST_KEY = "listKey";
    /** A whole number, read by {@link Refuse}. */
    static final String REFUSAL_STATUS = "refusalStatus";
    /** Read by {@link Refuse}. */
    static final String REFUSAL_CODE = "refusalCode";
    /** Read by {@link Refuse}. */
    static final String REFUSAL_MESSAGE = "refusalMessage";

    private Variables() {}

    /** A variable that an earlier step must have set; a route that leaves that step out is told so. */
    static <T> T required(Exchange exchange, String name, Class<T> type) {
        T value = exchange.getVariable(name, type);
        if (value == null) {
            throw new IllegalStateException("variable " + name + " is not set: is the step that sets it left out?");
        }
        return value;
    }
}

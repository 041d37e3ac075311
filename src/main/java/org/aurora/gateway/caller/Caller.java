package org.aurora.gateway.caller;

/** Who a request comes from, once its credential was checked. */
public sealed interface Caller {
    /** What the history and the usage rows call this caller. */
    String name();

    /**
     * Someone with full rights.
     *
     * @param name {@code master}, or the name of an admin key
     */
    record Master(String name) implements Caller {}

    /** Someone without a credential, where that is allowed. */
    record Anonymous() implements Caller {
        @Override
        public String name() {
            return "anonymous";
        }
    }
}

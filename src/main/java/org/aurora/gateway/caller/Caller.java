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

    /**
     * Someone an integrator's own step recognised, with the rights that everyone has.
     *
     * @param name 1 to 256 characters, not blank, none of them a control character
     */
    record Named(String name) implements Caller {
        private static final int MAX_LENGTH = 256;

        public Named {
            if (name.isBlank() || name.length() > MAX_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a caller's name has 1 to 256 characters and no control character among them");
            }
        }
    }

    /** Someone without a credential, where that is allowed. */
    record Anonymous() implements Caller {
        @Override
        public String name() {
            return "anonymous";
        }
    }
}

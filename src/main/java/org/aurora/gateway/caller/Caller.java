package org.aurora.gateway.caller;

import java.util.Optional;

/** Who a request comes from, once its credential was checked. */
public sealed interface Caller {
    /** What the history and the usage rows call this caller. */
    String name();

    /** The place in the tree of callers that this call is made from; empty where none is known. */
    Optional<UserPath> userPath();

    /** The same caller, calling from there. */
    Caller at(UserPath place);

    /**
     * Someone with full rights.
     *
     * @param name {@code master}, or the name of an admin key
     * @param userPath the place whose rights the call is to have instead; empty for full rights
     */
    record Master(String name, Optional<UserPath> userPath) implements Caller {
        public Master(String name) {
            this(name, Optional.empty());
        }

        @Override
        public Master at(UserPath place) {
            return new Master(name, Optional.of(place));
        }
    }

    /**
     * Someone with a key that an operator made.
     *
     * @param name the id of the key
     * @param userPath the key's place, or the one at or below it that the request named
     * @param lists what the key itself allows and denies, beside the rules
     */
    record Managed(String name, Optional<UserPath> userPath, KeyLists lists) implements Caller {
        @Override
        public Managed at(UserPath place) {
            return new Managed(name, Optional.of(place), lists);
        }
    }

    /**
     * Someone an integrator's own step recognised, with the rights that everyone has.
     *
     * @param name 1 to 256 characters, not blank, none of them a control character
     */
    record Named(String name, Optional<UserPath> userPath) implements Caller {
        private static final int MAX_LENGTH = 256;

        public Named {
            if (name.isBlank() || name.length() > MAX_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a caller's name has 1 to 256 characters and no control character among them");
            }
        }

        public Named(String name) {
            this(name, Optional.empty());
        }

        @Override
        public Named at(UserPath place) {
            return new Named(name, Optional.of(place));
        }
    }

    /** Someone without a credential, where that is allowed. */
    record Anonymous(Optional<UserPath> userPath) implements Caller {
        public Anonymous() {
            this(Optional.empty());
        }

        @Override
        public String name() {
            return "anonymous";
        }

        @Override
        public Anonymous at(UserPath place) {
            return new Anonymous(Optional.of(place));
        }
    }
}

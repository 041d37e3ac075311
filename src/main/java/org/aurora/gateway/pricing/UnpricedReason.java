package org.aurora.gateway.pricing;

import java.util.Locale;

/** Why a call has no cost. */
public enum UnpricedReason {
    /** Nothing is known about what the model costs. */
    NO_PRICE,
    /** The call had input tokens, for which no price is known. */
    NO_INPUT_PRICE,
    /** The call had output tokens, for which no price is known. */
    NO_OUTPUT_PRICE,
    /** Prices are known, but not how much of what they are for the call used. */
    NO_USAGE;

    /** Whether more prices would help, and not more counts. */
    public boolean lacksPrice() {
        return this != NO_USAGE;
    }

    /** As rows and views show it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

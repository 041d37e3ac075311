package org.aurora.gateway.access;

import java.util.Locale;

/** What the text of a rule speaks of. */
public enum RuleScope {
    /** Everything: {@code /}. */
    GLOBAL,
    /** All models of one provider: {@code provider/}. */
    PROVIDER,
    /** One model at one provider: {@code provider/model}. */
    PROVIDER_MODEL,
    /** A model id at any provider. */
    MODEL,
    /** An alias. */
    ALIAS;

    /** As operators read it: {@code provider_model}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.aurora.gateway.pricing;

import java.util.Locale;

/** Where a price comes from, the weakest first. */
public enum PriceSource {
    /** What the provider itself said this call cost; used only where no price is known. */
    UPSTREAM,
    /** A public list of prices. */
    LIST,
    /** The metadata of the configuration file. */
    CONFIG,
    /** What an operator stored through the admin API. */
    OVERRIDE;

    /** As rows and views show it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Base rates for calls with at most so many input tokens.
 *
 * @param upToMtok the most input tokens, in millions, itself included; above 0
 * @param inputPerMtok for a million input tokens; empty where the flat rate applies
 * @param outputPerMtok for a million output tokens; empty where the flat rate applies
 */
public record PriceTier(BigDecimal upToMtok, Optional<BigDecimal> inputPerMtok, Optional<BigDecimal> outputPerMtok) {
    public PriceTier {
        upToMtok = Decimals.plain(upToMtok);
        inputPerMtok = inputPerMtok.map(Decimals::plain);
        outputPerMtok = outputPerMtok.map(Decimals::plain);
    }

    /** Whether a call with so many input tokens is within the bound. */
    boolean holds(long inputTokens) {
        return upToMtok.movePointRight(Decimals.MILLION).compareTo(BigDecimal.valueOf(inputTokens)) >= 0;
    }

    PriceTier withoutInput() {
        return new PriceTier(upToMtok, Optional.empty(), outputPerMtok);
    }

    PriceTier withoutOutput() {
        return new PriceTier(upToMtok, inputPerMtok, Optional.empty());
    }

    boolean isEmpty() {
        return inputPerMtok.isEmpty() && outputPerMtok.isEmpty();
    }
}

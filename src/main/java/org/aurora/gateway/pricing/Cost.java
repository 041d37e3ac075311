package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one call cost, in the gateway's currency: exact, without zeros at the end, never with an exponent in {@link
 * BigDecimal#toString()}'s plain form. A cost that is not known is empty, never 0.
 */
public sealed interface Cost {
    default Optional<BigDecimal> inputCost() {
        return Optional.empty();
    }

    default Optional<BigDecimal> outputCost() {
        return Optional.empty();
    }

    default Optional<BigDecimal> totalCost() {
        return Optional.empty();
    }

    /** Where the price is from; empty where there is no cost, or nothing to price. */
    default Optional<PriceSource> source() {
        return Optional.empty();
    }

    /** Why there is no cost; empty where there is one. */
    default Optional<UnpricedReason> unpricedReason() {
        return Optional.empty();
    }

    /**
     * By known prices.
     *
     * @param strongest the strongest layer that a price used here is from
     */
    record Priced(BigDecimal input, BigDecimal output, PriceSource strongest) implements Cost {
        public Priced {
            input = Decimals.plain(input);
            output = Decimals.plain(output);
        }

        @Override
        public Optional<BigDecimal> inputCost() {
            return Optional.of(input);
        }

        @Override
        public Optional<BigDecimal> outputCost() {
            return Optional.of(output);
        }

        @Override
        public Optional<BigDecimal> totalCost() {
            return Optional.of(Decimals.plain(input.add(output)));
        }

        @Override
        public Optional<PriceSource> source() {
            return Optional.of(strongest);
        }
    }

    /** As the provider itself said; how it divides into input and output is not known. */
    record Stated(BigDecimal total) implements Cost {
        public Stated {
            total = Decimals.plain(total);
        }

        @Override
        public Optional<BigDecimal> totalCost() {
            return Optional.of(total);
        }

        @Override
        public Optional<PriceSource> source() {
            return Optional.of(PriceSource.UPSTREAM);
        }
    }

    /** Nothing: no provider took the call on, so there is nothing to charge. */
    record Uncharged() implements Cost {
        @Override
        public Optional<BigDecimal> inputCost() {
            return Optional.of(BigDecimal.ZERO);
        }

        @Override
        public Optional<BigDecimal> outputCost() {
            return Optional.of(BigDecimal.ZERO);
        }

        @Override
        public Optional<BigDecimal> totalCost() {
            return Optional.of(BigDecimal.ZERO);
        }
    }

    /** Not known. */
    record Unpriced(UnpricedReason reason) implements Cost {
        @Override
        public Optional<UnpricedReason> unpricedReason() {
            return Optional.of(reason);
        }
    }
}

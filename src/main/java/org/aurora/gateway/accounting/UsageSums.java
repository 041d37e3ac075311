package org.aurora.gateway.accounting;

import java.math.BigDecimal;
import java.util.Optional;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.usage.UsageEvent;

/**
 * What calls come to.
 *
 * @param requests how many calls
 * @param unpriced those of them whose cost is not known
 * @param stated those whose cost only the provider stated, undivided
 * @param uncharged those that no provider took on, which therefore cost 0
 * @param inputTokens 0 for calls of which nothing is known
 * @param outputTokens the same
 * @param cachedInputTokens those of the input that were read from a cache
 * @param inputMoney of calls whose cost is known and divided
 * @param outputMoney the same
 * @param totalMoney of calls whose cost is known
 */
public record UsageSums(
        long requests,
        long unpriced,
        long stated,
        long uncharged,
        long inputTokens,
        long outputTokens,
        long cachedInputTokens,
        Money inputMoney,
        Money outputMoney,
        Money totalMoney) {
    /** No calls. */
    public static final UsageSums NONE = new UsageSums(0, 0, 0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, Money.ZERO);

    static UsageSums of(UsageEvent event) {
        Cost cost = event.cost();
        Money input = cost.inputCost().map(Money::of).orElse(Money.ZERO);
        Money output = cost.outputCost().map(Money::of).orElse(Money.ZERO);
        return new UsageSums(
                1,
                cost instanceof Cost.Unpriced ? 1 : 0,
                cost instanceof Cost.Stated ? 1 : 0,
                cost instanceof Cost.Uncharged ? 1 : 0,
                event.counts().input().orElse(0),
                event.counts().output().orElse(0),
                event.counts().cachedInput(),
                input,
                output,
                CostColumns.total(cost).orElse(Money.ZERO));
    }

    UsageSums plus(UsageSums other) {
        return new UsageSums(
                requests + other.requests,
                unpriced + other.unpriced,
                stated + other.stated,
                uncharged + other.uncharged,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                cachedInputTokens + other.cachedInputTokens,
                inputMoney.plus(other.inputMoney),
                outputMoney.plus(other.outputMoney),
                totalMoney.plus(other.totalMoney));
    }

    UsageSums minus(UsageSums other) {
        return new UsageSums(
                requests - other.requests,
                unpriced - other.unpriced,
                stated - other.stated,
                uncharged - other.uncharged,
                inputTokens - other.inputTokens,
                outputTokens - other.outputTokens,
                cachedInputTokens - other.cachedInputTokens,
                inputMoney.minus(other.inputMoney),
                outputMoney.minus(other.outputMoney),
                totalMoney.minus(other.totalMoney));
    }

    public long totalTokens() {
        return inputTokens + outputTokens;
    }

    /** The input cost of the calls of which it is known; empty where that is none of those that cost anything. */
    public Optional<BigDecimal> inputCost() {
        return known(inputMoney, unpriced + stated);
    }

    /** The same for the output. */
    public Optional<BigDecimal> outputCost() {
        return known(outputMoney, unpriced + stated);
    }

    /** The cost of the calls of which it is known; empty where that is none of those that cost anything. */
    public Optional<BigDecimal> totalCost() {
        return known(totalMoney, unpriced);
    }

    private Optional<BigDecimal> known(Money sum, long unknown) {
        boolean nothingKnown = unknown > 0 && requests == unknown + uncharged;
        return nothingKnown ? Optional.empty() : Optional.of(sum.decimal());
    }
}

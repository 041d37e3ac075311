package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.aurora.gateway.pricing.BaseRates.Rate;

/** Adds up what one call costs. Every step is exact: multiplications, additions, and moving the point. */
final class CostCalculation {
    private final EffectivePrices effective;
    private final TokenCounts counts;
    private final BaseRates base;
    private BigDecimal input = BigDecimal.ZERO;
    private BigDecimal output = BigDecimal.ZERO;
    private Optional<PriceSource> strongest = Optional.empty();

    private CostCalculation(EffectivePrices effective, TokenCounts counts) {
        this.effective = effective;
        this.counts = counts;
        this.base = BaseRates.of(effective, counts.input().orElse(0), counts.batch());
    }

    static Cost of(EffectivePrices effective, TokenCounts counts) {
        if (effective.isEmpty()) {
            return new Cost.Unpriced(UnpricedReason.NO_PRICE);
        }
        CostCalculation calculation = new CostCalculation(effective, counts);
        return calculation.charge().<Cost>map(Cost.Unpriced::new).orElseGet(calculation::sum);
    }

    private Cost sum() {
        return new Cost.Priced(input, output, strongest.orElseGet(effective::strongest));
    }

    /** Why there is no cost; empty where all was charged. */
    private Optional<UnpricedReason> charge() {
        BaseRates.flat(effective, PriceField.PER_REQUEST).ifPresent(rate -> addOutput(rate, BigDecimal.ONE));
        boolean unitCharged = chargeUnits();
        if (counts.input().isEmpty() && counts.output().isEmpty()) {
            return unitCharged || !dependsOnCounts() ? Optional.empty() : Optional.of(UnpricedReason.NO_USAGE);
        }
        return chargeInput().or(this::chargeOutput);
    }

    private boolean chargeUnits() {
        boolean charged = false;
        for (Map.Entry<Unit, BigDecimal> used : counts.units().entrySet()) {
            Unit unit = used.getKey();
            Optional<Rate> rate = BaseRates.flat(effective, unit.price());
            if (rate.isPresent()) {
                charged = true;
                add(unit.input(), rate.get(), used.getValue());
            }
        }
        return charged;
    }

    /** Whether another count would make another cost, so that without any count the cost is not known. */
    private boolean dependsOnCounts() {
        boolean oneDirection = base.input().isPresent() != base.output().isPresent();
        Stream<BigDecimal> tierRates =
                effective.prices().tiers().stream().flatMap(tier -> tier.rates().values().stream());
        Stream<BigDecimal> rates = effective.prices().rates().entrySet().stream()
                .filter(entry -> entry.getKey() != PriceField.PER_REQUEST)
                .map(Map.Entry::getValue);
        return oneDirection || Stream.concat(tierRates, rates).anyMatch(rate -> rate.signum() > 0);
    }

    private Optional<UnpricedReason> chargeInput() {
        if (counts.input().isEmpty()) {
            return unknownCount(base.input());
        }
        Remainder rest = new Remainder(counts.input());
        boolean charged = chargeTokens(base.cachedInput(), true, rest.take(counts.cachedInput()))
                && chargeTokens(base.cacheWrite(), true, rest.take(counts.cacheWrite()))
                && chargeTokens(true, rest.take(counts.audioInput()), PriceField.AUDIO_INPUT_PER_MTOK)
                && chargeTokens(base.input(), true, rest.tokens);
        return charged ? Optional.empty() : Optional.of(UnpricedReason.NO_INPUT_PRICE);
    }

    private Optional<UnpricedReason> chargeOutput() {
        if (counts.output().isEmpty()) {
            return unknownCount(base.output());
        }
        Remainder rest = new Remainder(counts.output());
        boolean charged = chargeTokens(false, rest.take(counts.reasoning()), PriceField.REASONING_OUTPUT_PER_MTOK)
                && chargeTokens(false, rest.take(counts.audioOutput()), PriceField.AUDIO_OUTPUT_PER_MTOK)
                && chargeTokens(base.output(), false, rest.tokens);
        return charged ? Optional.empty() : Optional.of(UnpricedReason.NO_OUTPUT_PRICE);
    }

    /** A count that is not known costs nothing only where nothing is charged for what it counts. */
    private static Optional<UnpricedReason> unknownCount(Optional<Rate> rate) {
        return rate.filter(known -> known.rate().signum() > 0).map(known -> UnpricedReason.NO_USAGE);
    }

    /** A kind of token without a price of its own is charged as any other. */
    private boolean chargeTokens(boolean asInput, long tokens, PriceField own) {
        return chargeTokens(
                BaseRates.flat(effective, own).or(() -> asInput ? base.input() : base.output()), asInput, tokens);
    }

    private boolean chargeTokens(Optional<Rate> rate, boolean asInput, long tokens) {
        if (tokens > 0 && rate.isPresent()) {
            add(asInput, rate.get(), BigDecimal.valueOf(tokens, Decimals.MILLION));
        }
        return tokens == 0 || rate.isPresent();
    }

    private void add(boolean asInput, Rate rate, BigDecimal amount) {
        if (asInput) {
            input = input.add(rate.rate().multiply(amount));
            noteSource(rate);
        } else {
            addOutput(rate, amount);
        }
    }

    private void addOutput(Rate rate, BigDecimal amount) {
        output = output.add(rate.rate().multiply(amount));
        noteSource(rate);
    }

    private void noteSource(Rate rate) {
        strongest = Optional.of(
                strongest.filter(source -> source.compareTo(rate.source()) > 0).orElse(rate.source()));
    }

    /** Tokens from which kinds are taken out one after the other, never more than there are. */
    private static final class Remainder {
        private long tokens;

        Remainder(OptionalLong all) {
            this.tokens = Math.max(0, all.orElse(0));
        }

        long take(long wanted) {
            long taken = Math.min(tokens, Math.max(0, wanted));
            tokens -= taken;
            return taken;
        }
    }
}

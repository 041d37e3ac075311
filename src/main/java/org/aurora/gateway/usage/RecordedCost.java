package org.aurora.gateway.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.UnpricedReason;

/** Money as it is recorded: at most 18 decimals, rounded once and to the even neighbour, and below 10^12. */
public final class RecordedCost {
    private static final int MOST_DECIMALS = 18;
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    private RecordedCost() {}

    /** What is recorded of a cost. One that no call can have had is not known after all. */
    public static Cost of(Cost cost) {
        if (cost instanceof Cost.Priced priced) {
            return credible(new Cost.Priced(rounded(priced.input()), rounded(priced.output()), priced.strongest()));
        }
        return cost instanceof Cost.Stated stated ? credible(new Cost.Stated(rounded(stated.total()))) : cost;
    }

    /** What a provider says of the cost, where that can be recorded. */
    public static Optional<BigDecimal> stated(Optional<BigDecimal> upstreamCost) {
        return upstreamCost.map(RecordedCost::rounded).filter(RecordedCost::credible);
    }

    private static Cost credible(Cost cost) {
        return cost.totalCost().filter(RecordedCost::credible).isPresent()
                ? cost
                : new Cost.Unpriced(UnpricedReason.NO_USAGE);
    }

    private static boolean credible(BigDecimal amount) {
        return amount.compareTo(TOO_MUCH) < 0;
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.scale() > MOST_DECIMALS ? amount.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : amount;
    }
}

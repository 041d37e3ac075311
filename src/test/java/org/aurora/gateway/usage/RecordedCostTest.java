package org.aurora.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.UnpricedReason;
import org.junit.jupiter.api.Test;

class RecordedCostTest {
    private static Cost priced(String input, String output) {
        return new Cost.Priced(new BigDecimal(input), new BigDecimal(output), PriceSource.LIST);
    }

    @Test
    void roundsToTheEvenNeighbourAfterEighteenDecimals() {
        assertThat(RecordedCost.of(priced("0.0000000000000000005", "0.0000000000000000015")))
                .isEqualTo(priced("0", "0.000000000000000002"));
        assertThat(RecordedCost.of(priced("0.123456789012345678", "12")))
                .isEqualTo(priced("0.123456789012345678", "12"));
    }

    @Test
    void doesNotBelieveATrillion() {
        assertThat(RecordedCost.of(priced("999999999999.5", "0.5")))
                .isEqualTo(new Cost.Unpriced(UnpricedReason.NO_USAGE));
        assertThat(RecordedCost.of(priced("999999999999.5", "0.4"))).isInstanceOf(Cost.Priced.class);
        assertThat(RecordedCost.stated(Optional.of(new BigDecimal("1e12")))).isEmpty();
        assertThat(RecordedCost.stated(Optional.of(new BigDecimal("1e-99"))))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("0"));
    }

    @Test
    void leavesAloneWhatIsNotMoney() {
        assertThat(RecordedCost.of(new Cost.Uncharged())).isEqualTo(new Cost.Uncharged());
    }
}

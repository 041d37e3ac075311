package org.aurora.gateway.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A price as a public list writes it. */
final class ListedAmount {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private ListedAmount() {}

    /** The number, exactly as written; empty for what no price can be: negative, not a number, or absurd. */
    static Optional<BigDecimal> of(String number) {
        if (!DECIMAL.matcher(number).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(number)).filter(amount -> amount.compareTo(MOST) <= 0);
    }
}

package org.aurora.gateway.pricing;

import java.math.BigDecimal;

/** Decimal numbers in one form: without zeros at the end, and never with an exponent. */
final class Decimals {
    /** How far the point moves between a price for one and a price for a million. */
    static final int MILLION = 6;

    private static final int MOST_DIGITS = 60;

    private Decimals() {}

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether a number that others sent is 0 or more and short enough to be written out. */
    static boolean isAmount(BigDecimal number) {
        return number.signum() >= 0
                && number.precision() <= MOST_DIGITS
                && number.scale() <= MOST_DIGITS
                && number.scale() >= -MOST_DIGITS;
    }
}

package org.aurora.gateway.accounting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact amount as two columns of a table, since SQLite has no decimals: sums of both columns are exact on every
 * database, and neither can run over below 9 x 10^18 units.
 *
 * @param units whole units of the currency, rounded down; below 0 in a difference
 * @param attos the rest, in 10^-18 units; from 0 to below 10^18
 */
public record Money(long units, long attos) {
    /** Nothing. */
    public static final Money ZERO = new Money(0, 0);

    static final long ATTOS = 1_000_000_000_000_000_000L;

    /** What no call costs. */
    static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private static final int DECIMALS = 18;
    private static final BigInteger ATTOS_A_UNIT = BigInteger.valueOf(ATTOS);

    /** An amount below 10^12, rounded to 18 decimals half to even; anything larger is absurd and taken for 10^12. */
    static Money of(BigDecimal amount) {
        return ofAttos(amount.min(MOST)
                .max(MOST.negate())
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue());
    }

    private static Money ofAttos(BigInteger attos) {
        BigInteger rest = attos.mod(ATTOS_A_UNIT);
        return new Money(attos.subtract(rest).divide(ATTOS_A_UNIT).longValueExact(), rest.longValueExact());
    }

    Money plus(Money other) {
        long sum = attos + other.attos;
        return new Money(units + other.units + sum / ATTOS, sum % ATTOS);
    }

    Money minus(Money other) {
        long difference = attos - other.attos;
        return difference < 0
                ? new Money(units - other.units - 1, difference + ATTOS)
                : new Money(units - other.units, difference);
    }

    /** As a decimal without zeros at the end, and without an exponent in its plain form. */
    public BigDecimal decimal() {
        BigDecimal plain = BigDecimal.valueOf(units)
                .add(BigDecimal.valueOf(attos, DECIMALS))
                .stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

package org.aurora.gateway.accounting;

import java.util.Locale;

/**
 * The questions that sums answer. Each kind is as narrow as its question allows, so that an answer is read from few rows
 * however many calls there were. A <i>place</i> as scope covers all below it; {@code /} is everything. A <i>selector</i>
 * is {@code provider/model}, {@code provider/} or {@code /}.
 */
enum RollupKind {
    /** Scope: a place. Period: a day. Name: the alias called, or nothing. With provider and model. */
    PLACE(1),
    /** Scope: a selector. Period: a day. Name: the exact user path, see {@link Place#name}. */
    PATH(1),
    /** Scope: a selector. Period: a day. Name: the key. */
    KEY(1),
    /** Scope: a place or a selector. Period: an hour. */
    HOUR(24);

    private final long periodsADay;

    RollupKind(long periodsADay) {
        this.periodsADay = periodsADay;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first period of a day, counted from 1970 as days are. */
    long firstPeriod(long day) {
        return day * periodsADay;
    }

    /** The last period of a day. */
    long lastPeriod(long day) {
        return firstPeriod(day + 1) - 1;
    }

    /** The period of a moment. */
    long period(long epochMillis) {
        return Math.floorDiv(epochMillis, MILLIS_A_DAY / periodsADay);
    }

    static final long MILLIS_A_DAY = 86_400_000L;
}

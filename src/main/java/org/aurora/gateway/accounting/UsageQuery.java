package org.aurora.gateway.accounting;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which calls a report is about, and which part of it is wanted.
 *
 * @param days the days on which they began
 * @param userPath only those from this place and below it, in its plain form; empty for all, also those from no place
 * @param model only those sent to the model of this id, at any provider, or {@code (unknown)}
 * @param provider only those sent to this provider, or {@code (unknown)}
 * @param limit at most so many groups or entries
 * @param offset how many are left out before them
 */
public record UsageQuery(
        Days days,
        Optional<String> userPath,
        Optional<String> model,
        Optional<String> provider,
        long limit,
        long offset) {

    /** Days by UTC, the first and the last one included. */
    public record Days(LocalDate first, LocalDate last) {
        public Days {
            if (first.isAfter(last)) {
                throw new IllegalArgumentException("the first day is after the last one");
            }
        }

        /** The moment at which the first one begins. */
        long startMillis() {
            return first.toEpochDay() * RollupKind.MILLIS_A_DAY;
        }

        /** The moment at which the last one is over. */
        long endMillis() {
            return (last.toEpochDay() + 1) * RollupKind.MILLIS_A_DAY;
        }
    }

    /** Calls of some days, sent to a provider, a model, both or any. */
    static UsageQuery all(Days days, Optional<String> model, Optional<String> provider) {
        return new UsageQuery(days, Optional.empty(), model, provider, Long.MAX_VALUE, 0);
    }
}

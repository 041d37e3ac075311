package org.aurora.gateway.accounting;

import java.util.Locale;

/** What calls may be grouped by. */
public enum UsageGrouping {
    /** Not at all. */
    NOTHING(RollupKind.PLACE, "0, '', '', ''", "1"),
    DAY(RollupKind.PLACE, "period, '', '', ''", "1"),
    HOUR(RollupKind.HOUR, "period, '', '', ''", "1"),
    /** The model that calls were sent to, at its provider. */
    MODEL(RollupKind.PLACE, "0, '', provider, model", UsageGrouping.MOST_CALLED),
    /** The alias that was called; calls of other names are in none of the groups. */
    ALIAS(RollupKind.PLACE, "0, name, '', ''", UsageGrouping.MOST_CALLED),
    /** The exact place of the caller. */
    USER_PATH(
            RollupKind.PATH,
            "0, CASE WHEN substr(name, 1, 7) = '(other)' THEN '(other)' ELSE name END, '', ''",
            UsageGrouping.MOST_CALLED),
    KEY(RollupKind.KEY, "0, name, '', ''", UsageGrouping.MOST_CALLED);

    private static final String MOST_CALLED = "SUM(requests) DESC, 2, 3, 4";

    private final RollupKind kind;
    private final String columns;
    private final String order;

    UsageGrouping(RollupKind kind, String columns, String order) {
        this.kind = kind;
        this.columns = columns;
        this.order = order;
    }

    /** The kind of sums that answers. */
    RollupKind kind() {
        return kind;
    }

    /** What stands in a report's statement for period, name, provider and model. */
    String columns() {
        return columns;
    }

    String order() {
        return order;
    }

    /** As routes and messages call it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

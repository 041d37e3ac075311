package org.aurora.gateway.accounting;

import java.sql.SQLException;
import java.util.Comparator;

/** Names one row of sums. The order is that in which rows are written: the ones that everybody writes come last. */
record RollupKey(RollupKind kind, String scope, long period, String name, String provider, String model)
        implements Comparable<RollupKey> {
    private static final Comparator<RollupKey> ORDER = Comparator.comparing(RollupKey::scope, Comparator.reverseOrder())
            .thenComparing(RollupKey::kind)
            .thenComparing(RollupKey::period)
            .thenComparing(RollupKey::name)
            .thenComparing(RollupKey::provider)
            .thenComparing(RollupKey::model);

    static RollupKey plain(RollupKind kind, String scope, long period, String name) {
        return new RollupKey(kind, scope, period, name, "", "");
    }

    @Override
    public int compareTo(RollupKey other) {
        return ORDER.compare(this, other);
    }

    void writeTo(RowWriter row) throws SQLException {
        row.text(kind.text())
                .text(scope)
                .number(period)
                .text(name)
                .text(provider)
                .text(model);
    }
}

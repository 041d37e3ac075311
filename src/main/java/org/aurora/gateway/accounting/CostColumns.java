package org.aurora.gateway.accounting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.PriceSource;
import org.aurora.gateway.pricing.UnpricedReason;

/** What one call cost, as columns of its row. */
final class CostColumns {
    private CostColumns() {}

    /** The whole cost as it is recorded: the sum of its recorded parts; empty where it is not known. */
    static Optional<Money> total(Cost cost) {
        Optional<Money> parts = cost.inputCost()
                .map(Money::of)
                .flatMap(input -> cost.outputCost().map(Money::of).map(input::plus));
        return parts.or(() -> cost.totalCost().map(Money::of));
    }

    static void write(RowWriter row, Cost cost) throws SQLException {
        write(row, cost.inputCost().map(Money::of));
        write(row, cost.outputCost().map(Money::of));
        write(row, total(cost));
        row.text(cost.source().map(PriceSource::text));
        row.text(cost.unpricedReason().map(UnpricedReason::text));
    }

    private static void write(RowWriter row, Optional<Money> money) throws SQLException {
        row.number(money.map(Money::units)).number(money.map(Money::attos));
    }

    static Cost read(ResultSet row) throws SQLException {
        String reason = row.getString("unpriced_reason");
        if (reason != null) {
            return new Cost.Unpriced(UnpricedReason.valueOf(reason.toUpperCase(Locale.ROOT)));
        }
        String source = row.getString("price_source");
        if (source == null) {
            return new Cost.Uncharged();
        }
        row.getLong("input_units");
        return row.wasNull()
                ? new Cost.Stated(money(row, "total"))
                : new Cost.Priced(
                        money(row, "input"),
                        money(row, "output"),
                        PriceSource.valueOf(source.toUpperCase(Locale.ROOT)));
    }

    private static BigDecimal money(ResultSet row, String which) throws SQLException {
        return new Money(row.getLong(which + "_units"), row.getLong(which + "_attos")).decimal();
    }
}

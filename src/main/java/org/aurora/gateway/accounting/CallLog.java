package org.aurora.gateway.accounting;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.store.SqlFile;
import org.aurora.gateway.usage.UsageEvent;

/** Shows single calls, the newest first, as long as their rows are kept. Blocks while it asks the database. */
public final class CallLog {
    /** How far matching calls are counted. */
    public static final long MOST_COUNTED = 10_000;

    private final UsageTransactions transactions;
    private final String log = SqlFile.read("usage/log.sql");
    private final String count = SqlFile.read("usage/log-count.sql");

    public CallLog(UsageTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A part of the log.
     *
     * @param total how many calls match, up to {@link #MOST_COUNTED}
     * @param capped whether there are more
     */
    public record Page(List<UsageEvent> entries, long total, boolean capped) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** The calls that match. */
    public Page page(UsageQuery query) {
        Filters filters = new Filters()
                .equalOrNull("provider", query.provider())
                .equalOrNull("request_model", query.model())
                .below("user_path", query.userPath());
        List<Long> days = List.of(query.days().startMillis(), query.days().endMillis());
        return transactions.read(() -> {
            long counted = Optional.ofNullable(transactions
                            .jdbc()
                            .queryForObject(filters.in(count), Long.class, filters.parameters(days, MOST_COUNTED + 1)))
                    .orElse(0L);
            List<UsageEvent> entries = transactions
                    .jdbc()
                    .query(filters.in(log), CallRow::read, filters.parameters(days, query.limit(), query.offset()))
                    .stream()
                    .map(CallRow::event)
                    .toList();
            return new Page(entries, Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED);
        });
    }
}

package org.aurora.gateway.admin;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.accounting.UsageGrouping;
import org.aurora.gateway.accounting.UsageQuery;
import org.aurora.gateway.accounting.UsageQuery.Days;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.model.ModelText;

/** Reads which calls a report is about. Sets the variable {@code usageQuery}. */
public final class AskUsage implements Processor {
    private static final Set<String> PARAMETERS = new LinkedHashSet<>(
            List.of("days", "start_date", "end_date", "user_path", "model", "provider", "limit", "offset"));
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_OFFSET = 1_000_000;
    private static final int MOST_NAME_CHARACTERS = 1_024;

    private final Clock clock;
    private final int usualLimit;
    private final int mostLimit;
    private final UsageGrouping by;

    private AskUsage(Clock clock, int usualLimit, int mostLimit, UsageGrouping by) {
        this.clock = clock;
        this.usualLimit = usualLimit;
        this.mostLimit = mostLimit;
        this.by = by;
    }

    /** For reports, which are short. */
    public static AskUsage groups(Clock clock, UsageGrouping by) {
        return new AskUsage(clock, 1_000, 10_000, by);
    }

    /** For single calls, of which there are many. */
    public static AskUsage entries(Clock clock) {
        return new AskUsage(clock, 50, 500, UsageGrouping.NOTHING);
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(PARAMETERS);
        UsageQuery query = new UsageQuery(
                days(request),
                request.parameter("user_path")
                        .map(path -> UserPath.parse("user_path", path))
                        .filter(path -> !path.isRoot())
                        .map(UserPath::text),
                name(request, "model"),
                name(request, "provider"),
                request.number("limit", 1, mostLimit).orElse((long) usualLimit),
                request.number("offset", 0, MOST_OFFSET).orElse(0L));
        requireAnswerable(query);
        exchange.setVariable("usageQuery", query);
    }

    /** No sums are kept for these, because they would be nearly as many as there are calls. */
    private void requireAnswerable(UsageQuery query) {
        boolean ofModel = query.model().isPresent() || query.provider().isPresent();
        if (by == UsageGrouping.KEY && query.userPath().isPresent()) {
            throw AdminRequest.bad("Sums by key are not kept by user path: leave user_path out, or ask the log.");
        }
        if (by == UsageGrouping.HOUR && query.userPath().isPresent() && ofModel) {
            throw AdminRequest.bad(
                    "Sums by hour are kept by user path or by model and provider: leave one of these out.");
        }
    }

    private Days days(AdminRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<Long> days = request.number("days", 1, MOST_DAYS);
        Optional<LocalDate> start = date(request, "start_date");
        Optional<LocalDate> end = date(request, "end_date");
        if (days.isPresent() && (start.isPresent() || end.isPresent())) {
            throw AdminRequest.bad("Give either days, counted back from today, or start_date and end_date.");
        }
        LocalDate last = end.orElse(today);
        LocalDate first = start.orElseGet(() -> last.minusDays(days.orElse((long) USUAL_DAYS) - 1));
        if (first.isAfter(last)) {
            throw AdminRequest.bad(
                    "start_date must not be after end_date, which is today (by UTC) where it is left out.");
        }
        return new Days(first, last);
    }

    private static Optional<LocalDate> date(AdminRequest request, String name) {
        return request.parameter(name).map(text -> UsageDates.parse(text)
                .orElseThrow(() -> AdminRequest.bad(
                        "The query parameter " + name + " must be a date such as 2026-02-28, by UTC.")));
    }

    private static Optional<String> name(AdminRequest request, String parameter) {
        Optional<String> name = request.parameter(parameter);
        name.flatMap(text -> ModelText.problem(text, MOST_NAME_CHARACTERS)).ifPresent(problem -> {
            throw AdminRequest.bad("The query parameter " + parameter + " " + problem
                    + "; leave it out for all, or give one name as reports show it.");
        });
        return name;
    }

    /** Dates as the admin API takes them. */
    static final class UsageDates {
        private UsageDates() {}

        /** A day by its date, such as 2026-02-28; empty where it is none. */
        static Optional<LocalDate> parse(String text) {
            try {
                return text.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}

package org.aurora.gateway.accounting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.usage.UsageEvent;

/** Reports the plain way: every event is looked at, and everything is added up in decimals. */
final class PlainSums {
    private PlainSums() {}

    /** What a report says of some events, as text so that nothing but what is shown is compared. */
    static String shown(List<UsageEvent> events) {
        long unpriced = count(events, Cost.Unpriced.class);
        long stated = count(events, Cost.Stated.class);
        long priced = count(events, Cost.Priced.class);
        return shown(
                events.size(),
                events.stream()
                        .mapToLong(event -> event.counts().input().orElse(0))
                        .sum(),
                events.stream()
                        .mapToLong(event -> event.counts().output().orElse(0))
                        .sum(),
                events.stream().mapToLong(event -> event.counts().cachedInput()).sum(),
                unpriced + stated > 0 && priced == 0 ? Optional.empty() : Optional.of(sum(events, Cost::inputCost)),
                unpriced + stated > 0 && priced == 0 ? Optional.empty() : Optional.of(sum(events, Cost::outputCost)),
                unpriced > 0 && priced + stated == 0 ? Optional.empty() : Optional.of(sum(events, Cost::totalCost)),
                unpriced);
    }

    static String shown(UsageSums sums) {
        return shown(
                sums.requests(),
                sums.inputTokens(),
                sums.outputTokens(),
                sums.cachedInputTokens(),
                sums.inputCost(),
                sums.outputCost(),
                sums.totalCost(),
                sums.unpriced());
    }

    private static String shown(
            long requests,
            long input,
            long output,
            long cached,
            Optional<BigDecimal> inputCost,
            Optional<BigDecimal> outputCost,
            Optional<BigDecimal> totalCost,
            long unpriced) {
        return String.join(
                " ",
                Long.toString(requests),
                Long.toString(input),
                Long.toString(output),
                Long.toString(cached),
                shown(inputCost),
                shown(outputCost),
                shown(totalCost),
                Long.toString(unpriced));
    }

    private static String shown(Optional<BigDecimal> money) {
        return money.map(amount ->
                        amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString())
                .orElse("unknown");
    }

    private static long count(List<UsageEvent> events, Class<? extends Cost> kind) {
        return events.stream().filter(event -> kind.isInstance(event.cost())).count();
    }

    private static BigDecimal sum(List<UsageEvent> events, Function<Cost, Optional<BigDecimal>> part) {
        return events.stream()
                .flatMap(event -> part.apply(event.cost()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<UsageEvent> matching(List<UsageEvent> events, UsageQuery query) {
        return events.stream()
                .filter(event -> {
                    LocalDate day = LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
                    return !day.isBefore(query.days().first())
                            && !day.isAfter(query.days().last());
                })
                .filter(event -> query.userPath().isEmpty()
                        || event.caller().userPath().stream()
                                .anyMatch(path -> path.equals(query.userPath().get())
                                        || path.startsWith(query.userPath().get() + "/")))
                .filter(event -> query.model().isEmpty()
                        || model(event).equals(query.model().get()))
                .filter(event -> query.provider().isEmpty()
                        || provider(event).equals(query.provider().get()))
                .toList();
    }

    static Map<String, String> groups(List<UsageEvent> events, UsageGrouping by) {
        return events.stream()
                .filter(event -> by != UsageGrouping.ALIAS
                        || !event.models().aliasChain().isEmpty())
                .collect(groupingBy(event -> label(event, by)))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, group -> shown(group.getValue())));
    }

    private static String label(UsageEvent event, UsageGrouping by) {
        return switch (by) {
            case NOTHING -> "";
            case DAY ->
                Long.toString(LocalDate.ofInstant(event.at(), ZoneOffset.UTC).toEpochDay());
            case HOUR -> Long.toString(event.at().truncatedTo(ChronoUnit.HOURS).getEpochSecond() / 3_600);
            case MODEL -> provider(event) + " " + model(event);
            case ALIAS -> event.models().aliasChain().get(0);
            case USER_PATH -> event.caller().userPath().orElse("");
            case KEY -> event.caller().key();
        };
    }

    static String label(UsageGroup group, UsageGrouping by) {
        return switch (by) {
            case NOTHING -> "";
            case DAY, HOUR -> Long.toString(group.period());
            case MODEL -> group.provider() + " " + group.model();
            case ALIAS, USER_PATH, KEY -> group.name();
        };
    }

    private static String provider(UsageEvent event) {
        return event.models().request().map(model -> model.provider()).orElse("(unknown)");
    }

    private static String model(UsageEvent event) {
        return event.models().request().map(model -> model.model()).orElse("(unknown)");
    }
}

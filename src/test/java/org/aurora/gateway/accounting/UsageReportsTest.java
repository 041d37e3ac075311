package org.aurora.gateway.accounting;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.accounting.UsageQuery.Days;
import org.aurora.gateway.contract.DatabaseKind;
import org.aurora.gateway.contract.OnBothDatabases;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.UnpricedReason;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UsageReportsTest {
    private static final LocalDate FEBRUARY_27 = LocalDate.parse("2028-02-27");
    private static final LocalDate LEAP_DAY = LocalDate.parse("2028-02-29");
    private static final LocalDate MARCH_2 = LocalDate.parse("2028-03-02");
    private static final Days ALL = new Days(FEBRUARY_27, MARCH_2);

    private final UsageStore store;
    private final UsageReports reports;
    private final CallLog log;

    UsageReportsTest(DatabaseKind kind) {
        store = UsageStore.on(kind);
        reports = new UsageReports(store.transactions());
        log = new CallLog(store.transactions());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static RandomEvents random() {
        return new RandomEvents(11, Instant.parse("2028-02-27T00:00:00Z"), Duration.ofDays(5));
    }

    private static UsageEvent from(UsageEvent event, String key, Optional<String> userPath) {
        return at(event, event.at(), new UsageCaller(key, userPath), event.cost());
    }

    private static UsageEvent at(UsageEvent event, Instant at, UsageCaller caller, Cost cost) {
        return new UsageEvent(
                event.id(),
                at,
                event.requestId(),
                caller,
                event.models(),
                event.outcome(),
                event.counts(),
                event.upstreamCost(),
                cost);
    }

    private static UsageQuery every(Days days) {
        return UsageQuery.all(days, Optional.empty(), Optional.empty());
    }

    private static UsageQuery below(String userPath) {
        return new UsageQuery(ALL, Optional.of(userPath), Optional.empty(), Optional.empty(), 1_000, 0);
    }

    @Test
    void saysNothingOfNoCalls() {
        assertThat(reports.summary(every(ALL))).isEqualTo(UsageSums.NONE);
        assertThat(reports.summary(every(ALL)).totalCost()).contains(BigDecimal.ZERO);
        assertThat(reports.groups(UsageGrouping.MODEL, every(ALL))).isEmpty();
        assertThat(log.page(every(ALL))).isEqualTo(new CallLog.Page(List.of(), 0, false));
    }

    @Test
    void saysWhatAddingUpEveryCallSays() {
        List<UsageEvent> events = random().list(3_000);
        store.ledger().add("spool-a", 0, events);
        Random choice = new Random(5);

        for (int round = 0; round < 150; round++) {
            UsageQuery query = query(choice);
            List<UsageEvent> matching = PlainSums.matching(events, query);

            assertThat(PlainSums.shown(reports.summary(query)))
                    .as("summary of %s", query)
                    .isEqualTo(PlainSums.shown(matching));
            for (UsageGrouping by : UsageGrouping.values()) {
                if (answerable(by, query)) {
                    assertThat(groups(by, query)).as("%s of %s", by, query).isEqualTo(PlainSums.groups(matching, by));
                }
            }
            assertThat(log.page(query).total()).as("log of %s", query).isEqualTo(matching.size());
        }
    }

    private static UsageQuery query(Random choice) {
        LocalDate first = FEBRUARY_27.plusDays(choice.nextInt(5));
        return new UsageQuery(
                new Days(first, first.plusDays(choice.nextInt(4))),
                choice.nextBoolean() ? Optional.empty() : Optional.of(any(choice, belowTheRoot())),
                choice.nextBoolean() ? Optional.empty() : Optional.of(any(choice, more(RandomEvents.MODELS))),
                choice.nextBoolean() ? Optional.empty() : Optional.of(any(choice, more(RandomEvents.PROVIDERS))),
                10_000,
                0);
    }

    private static List<String> belowTheRoot() {
        return RandomEvents.PATHS.stream().filter(path -> path.length() > 1).toList();
    }

    private static List<String> more(List<String> names) {
        List<String> more = new ArrayList<>(names);
        more.add("(unknown)");
        more.add("%");
        return more;
    }

    private static String any(Random choice, List<String> from) {
        return from.get(choice.nextInt(from.size()));
    }

    private static boolean answerable(UsageGrouping by, UsageQuery query) {
        boolean path = query.userPath().isPresent();
        return switch (by) {
            case KEY -> !path;
            case HOUR -> !path || (query.model().isEmpty() && query.provider().isEmpty());
            default -> by != UsageGrouping.NOTHING;
        };
    }

    private Map<String, String> groups(UsageGrouping by, UsageQuery query) {
        return reports.groups(by, query).stream()
                .collect(toMap(group -> PlainSums.label(group, by), group -> PlainSums.shown(group.sums())));
    }

    @Test
    void countsADayFromMidnightToMidnight() {
        UsageEvent event = random().next();
        List<UsageEvent> events = List.of(
                        "2028-02-28T23:59:59.999Z",
                        "2028-02-29T00:00:00Z",
                        "2028-02-29T23:59:59.999Z",
                        "2028-03-01T00:00:00Z")
                .stream()
                .map(at -> at(event, Instant.parse(at), event.caller(), event.cost()))
                .toList();
        store.ledger().add("spool-a", 0, events);

        UsageQuery leapDay = every(new Days(LEAP_DAY, LEAP_DAY));

        assertThat(reports.summary(leapDay).requests()).isEqualTo(2);
        assertThat(log.page(leapDay).entries()).containsExactly(events.get(2), events.get(1));
        assertThat(reports.groups(UsageGrouping.DAY, every(ALL)))
                .extracting(group -> LocalDate.ofEpochDay(group.period()).toString())
                .containsExactly("2028-02-28", "2028-02-29", "2028-03-01");
    }

    @Test
    void showsAModelWithoutPriceAsThatBesideCallsThatCostNothing() {
        UsageEvent event = random().next();
        Cost unpriced = new Cost.Unpriced(UnpricedReason.NO_PRICE);
        store.ledger()
                .add(
                        "spool-a",
                        0,
                        List.of(
                                at(event, event.at(), event.caller(), unpriced),
                                at(event, event.at(), event.caller(), new Cost.Uncharged())));

        UsageSums model = reports.groups(UsageGrouping.MODEL, every(ALL)).get(0).sums();

        assertThat(model.totalCost()).isEmpty();
        assertThat(model.inputCost()).isEmpty();
        assertThat(model.unpriced()).isEqualTo(1);
        assertThat(reports.summary(every(ALL)).totalCost()).isEmpty();
    }

    @Test
    void putsPlacesBeyondTheLimitTogetherAndLosesNoneOfThem() {
        RandomEvents random = random();
        SqlUsageLedger ledger = store.ledger(20);
        List<UsageEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(from(random.next(), "k1", Optional.of("/team/alpha/user-" + i % 100)));
        }
        for (int from = 0; from < events.size(); from += 25) {
            ledger.add("spool-a", from, events.subList(from, from + 25));
        }

        List<UsageGroup> groups = reports.groups(UsageGrouping.USER_PATH, below("/team/alpha"));

        assertThat(groups).anyMatch(group -> group.name().equals("(other)"));
        assertThat(groups.stream().mapToLong(group -> group.sums().requests()).sum())
                .isEqualTo(300);
        assertThat(PlainSums.shown(reports.summary(below("/team/alpha")))).isEqualTo(PlainSums.shown(events));
        assertThat(store.jdbc().queryForObject("SELECT MAX(places) FROM usage_place_count", Integer.class))
                .isEqualTo(20);
    }

    @Test
    void showsTheLogInPartsNewestFirst() {
        List<UsageEvent> events = random().list(400);
        store.ledger().add("spool-a", 0, events);
        List<UsageEvent> newestFirst = new ArrayList<>(events);
        newestFirst.sort(Comparator.comparing(UsageEvent::at).reversed());

        List<UsageEvent> shown = new ArrayList<>();
        for (int offset = 0; offset < 400; offset += 150) {
            shown.addAll(
                    log.page(new UsageQuery(ALL, Optional.empty(), Optional.empty(), Optional.empty(), 150, offset))
                            .entries());
        }

        assertThat(shown).containsExactlyElementsOf(newestFirst);
    }

    @Test
    void stopsCountingTheLogAtTenThousand() {
        RandomEvents random = random();
        store.ledger().add("spool-a", 0, random.list(10_000));
        UsageQuery one = new UsageQuery(ALL, Optional.empty(), Optional.empty(), Optional.empty(), 1, 0);
        assertThat(log.page(one))
                .extracting(CallLog.Page::total, CallLog.Page::capped)
                .containsExactly(10_000L, false);

        store.ledger().add("spool-a", 10_000, random.list(1));

        assertThat(log.page(one))
                .extracting(CallLog.Page::total, CallLog.Page::capped)
                .containsExactly(10_000L, true);
    }
}

package org.aurora.gateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.inventory.DroppedIds;
import org.aurora.gateway.inventory.Exposure;
import org.aurora.gateway.inventory.LearnedModel;
import org.aurora.gateway.inventory.Origin;
import org.aurora.gateway.inventory.PollResult;
import org.aurora.gateway.inventory.ProviderKnowledge;
import org.aurora.gateway.live.LiveSettings;
import org.aurora.gateway.ops.Readiness;
import org.aurora.gateway.provider.ConfiguredModelsMode;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.SnapshotSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
    private static final Duration INTERVAL = Duration.ofSeconds(100);
    private static final PollResult MODELS =
            new PollResult.Listed(List.of(new LearnedModel("a", Map.of())), DroppedIds.NONE);
    private static final PollResult ERROR = new PollResult.Failed("no");
    private static final Provider PROVIDER = new Provider(
            "p",
            "vllm",
            Optional.of(URI.create("http://host/v1")),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private boolean inCharge = true;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final InventoryBook book = book(List.of());
    private final PollSchedule schedule = begun(book);

    private InventoryBook book(List<ProviderKnowledge> kept) {
        Snapshot declared = Snapshot.of(
                1,
                List.of(PROVIDER),
                List.of(),
                new SnapshotSettings(true, DeniedResponse.FORBIDDEN, false, ResponseModel.UPSTREAM));
        Exposure exposure = new Exposure(ConfiguredModelsMode.FALLBACK, Duration.ofDays(1), now);
        return new InventoryBook(List.of(PROVIDER), exposure, kept, new LiveSettings(declared), new Readiness(), clock);
    }

    private PollSchedule begun(InventoryBook of) {
        PollSchedule begun = new PollSchedule(of, INTERVAL, () -> inCharge, clock, new Random(1));
        begun.begin();
        return begun;
    }

    private boolean due() {
        return !schedule.takeDue().isEmpty();
    }

    private void poll(PollResult result) {
        schedule.begun(PROVIDER);
        book.learn(PROVIDER, result, now);
        schedule.ended(PROVIDER);
    }

    private void pass(double intervals) {
        now = now.plusMillis((long) (intervals * INTERVAL.toMillis()));
    }

    @Test
    void asksNobodyBeforeItBegins() {
        assertThat(new PollSchedule(book, INTERVAL, () -> true, clock, new Random(1)).takeDue())
                .isEmpty();
    }

    @Test
    void asksAtOnceAndOnce() {
        assertThat(due()).isTrue();
        assertThat(due()).isFalse();
    }

    @Test
    void asksAgainWhereAPollGotLost() {
        assertThat(due()).isTrue();

        now = now.plusSeconds(31);

        assertThat(due()).isTrue();
    }

    @Test
    void asksEachIntervalATenthMoreOrLess() {
        poll(MODELS);

        pass(0.89);
        assertThat(due()).isFalse();
        pass(0.22);
        assertThat(due()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 4", "40, 4"})
    void waitsLongerAfterFailuresInARow(int failures, int intervals) {
        for (int i = 0; i < failures; i++) {
            poll(ERROR);
        }

        pass(intervals * 0.89);
        assertThat(due()).isFalse();
        pass(intervals * 0.22);
        assertThat(due()).isTrue();
    }

    @Test
    void returnsToTheIntervalAfterASuccess() {
        poll(ERROR);
        poll(ERROR);
        poll(MODELS);

        pass(1.11);

        assertThat(due()).isTrue();
    }

    @Test
    void stepsInForAnotherOnlyWhereThatOneDoesNotAsk() {
        inCharge = false;
        poll(MODELS);

        pass(2);
        assertThat(due()).isFalse();
        pass(4);
        assertThat(due()).isTrue();
    }

    @Test
    void asksSoonForAnUnknownModelButNotWithinAMinute() {
        poll(MODELS);
        now = now.plusSeconds(59);
        schedule.wanted("p");
        assertThat(due()).isFalse();

        now = now.plusSeconds(1);
        schedule.wanted("p");

        assertThat(due()).isTrue();
    }

    @Test
    void asksAtOnceWhereNothingIsConfirmedSinceTheStart() {
        ProviderKnowledge kept = ProviderKnowledge.first(Origin.of(PROVIDER), MODELS, now);

        assertThat(begun(book(List.of(kept))).takeDue()).containsExactly(PROVIDER);
    }

    @Test
    void passesOverAResultThatANewerPollOvertook() {
        Instant older = now;
        now = now.plusSeconds(5);
        book.learn(PROVIDER, MODELS, now);

        book.learn(PROVIDER, ERROR, older);

        assertThat(book.knowledge(PROVIDER))
                .hasValueSatisfying(known -> assertThat(known.answered()).isTrue());
    }
}

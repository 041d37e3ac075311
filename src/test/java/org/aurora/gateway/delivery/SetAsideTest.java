package org.aurora.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aurora.gateway.spool.Spool;
import org.aurora.gateway.testing.Events;
import org.aurora.gateway.testing.MemoryLedger;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that the ledger does not take, at the worst moments. */
class SetAsideTest {
    private final Path folder;
    private final MemoryLedger ledger = new MemoryLedger();
    private final Spool spool;

    SetAsideTest(@TempDir Path data) {
        this.folder = data.resolve("usage");
        this.spool = Spool.open(folder, 1 << 30, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private Delivery delivery(UsageLedger to) {
        return new Delivery(spool, to, new RefusedData());
    }

    private void append(int last) {
        IntStream.rangeClosed(1, last).mapToObj(Events::numbered).forEach(spool::append);
        spool.force();
    }

    private static void deliver(Delivery delivery) {
        while (delivery.goesOn()) {
            delivery.take().ifPresent(batch -> {
                delivery.store(batch);
                delivery.forget(batch);
            });
        }
    }

    private static Set<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "call-" + number)
                .collect(Collectors.toSet());
    }

    private void refuse(Set<String> poison) {
        ledger.refuse(event -> poison.contains(event.id()));
    }

    private List<String> setAside() throws IOException {
        return Files.readAllLines(folder.resolve("refused.jsonl"));
    }

    @Test
    void losesNoRefusedEventWhereTheConnectionBreaksAfterALaterOneWasStored() throws IOException {
        append(4);
        ledger.refuse(event -> {
            if (event.id().equals("call-3")) {
                throw new IllegalStateException("the connection broke");
            }
            return event.id().equals("call-1");
        });
        assertThatThrownBy(() -> deliver(delivery(ledger))).isInstanceOf(IllegalStateException.class);
        assertThat(ledger.ids()).containsExactly("call-2");

        refuse(Set.of("call-1"));
        deliver(delivery(ledger));

        assertThat(ledger.ids()).containsExactly("call-2", "call-3", "call-4");
        assertThat(setAside()).singleElement().asString().contains("\"number\":1,");
        assertThat(spool.lost()).isEqualTo(1);
    }

    /** A ledger whose answer to the first mark is that the connection broke. */
    private final class BreaksAtTheFirstMark implements UsageLedger {
        private boolean broken;

        @Override
        public long held(String id) {
            return ledger.held(id);
        }

        @Override
        public void add(String id, long before, List<UsageEvent> events) {
            if (events.isEmpty() && !broken) {
                broken = true;
                throw new IllegalStateException("the connection broke");
            }
            ledger.add(id, before, events);
        }

        @Override
        public void tryOut(UsageEvent event) {
            ledger.tryOut(event);
        }
    }

    @Test
    void losesNoneOfTwoRefusedEventsWhereTheConnectionBreaksBetweenThem() throws IOException {
        append(6);
        refuse(Set.of("call-5", "call-6"));
        Delivery delivery = delivery(new BreaksAtTheFirstMark());
        assertThatThrownBy(() -> deliver(delivery)).isInstanceOf(IllegalStateException.class);
        append(1);

        deliver(delivery);

        assertThat(ledger.ids()).containsExactly("call-1", "call-2", "call-3", "call-4", "call-1");
        assertThat(setAside()).anyMatch(line -> line.contains("\"number\":5,"));
        assertThat(setAside()).anyMatch(line -> line.contains("\"number\":6,"));
    }

    @Test
    void goesOnBehindAnyNumberOfRefusedEvents() throws IOException {
        append(400);
        refuse(ids(1, 170));

        deliver(delivery(ledger));

        assertThat(ledger.ids()).hasSize(230).containsAll(ids(171, 400));
        assertThat(setAside()).hasSize(170);
        assertThat(spool.lost()).isEqualTo(170);
    }

    @Test
    void goesOnWhereOnlyTheMiddleIsTaken() throws IOException {
        append(400);
        Set<String> poison = ids(1, 150);
        poison.addAll(ids(250, 400));
        refuse(poison);

        deliver(delivery(ledger));

        assertThat(ledger.ids()).hasSize(99).containsAll(ids(151, 249));
        assertThat(setAside()).hasSize(301);
    }

    @Test
    void setsNothingAsideWhereNoneIsTaken() {
        append(400);
        refuse(ids(1, 400));

        assertThatThrownBy(() -> deliver(delivery(ledger))).isInstanceOf(IllegalArgumentException.class);

        assertThat(ledger.held(spool.id())).isZero();
        assertThat(folder.resolve("refused.jsonl")).doesNotExist();
        assertThat(spool.lost()).isZero();
    }
}

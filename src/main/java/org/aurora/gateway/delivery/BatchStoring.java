package org.aurora.gateway.delivery;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.aurora.gateway.spool.SpoolBatch;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageLedger;

/**
 * Stores one batch, halving what the ledger refuses until the single events are found that it does not take. Each of these
 * is set aside before the ledger's mark moves past it: after a failure in between it is set aside twice, and never lost.
 */
final class BatchStoring {
    /** About so many events, from all over the batch, are tried before the ledger is held to take nothing. */
    private static final int TRIALS = 16;

    private final UsageLedger ledger;
    private final Predicate<RuntimeException> aboutTheData;
    private final SpoolBatch batch;
    private final Consumer<Refusal> setAside;
    private boolean takesOthers;

    /**
     * @param aboutTheData whether a failure of the ledger is about what it was given
     * @param setAside keeps, for good, an event that the ledger does not take
     */
    BatchStoring(
            UsageLedger ledger,
            Predicate<RuntimeException> aboutTheData,
            SpoolBatch batch,
            Consumer<Refusal> setAside) {
        this.ledger = ledger;
        this.aboutTheData = aboutTheData;
        this.batch = batch;
        this.setAside = setAside;
    }

    /** One event that the ledger does not take, and its number. */
    record Refusal(long number, UsageEvent event, RuntimeException cause) {}

    /**
     * Stores what can be stored.
     *
     * @throws RuntimeException the ledger's own, where it is away or takes nothing
     */
    void store() {
        store(batch.before(), batch.events());
    }

    private void store(long before, List<UsageEvent> events) {
        try {
            ledger.add(batch.spool(), before, events);
            takesOthers = true;
        } catch (RuntimeException e) {
            if (!aboutTheData.test(e)) {
                throw e;
            }
            if (events.size() == 1) {
                refused(new Refusal(before + 1, events.get(0), e));
            } else {
                int half = events.size() / 2;
                store(before, events.subList(0, half));
                store(before + half, events.subList(half, events.size()));
            }
        }
    }

    private void refused(Refusal refusal) {
        takesOthers = takesOthers || takesAnyBehindTheFirst();
        if (!takesOthers) {
            throw refusal.cause();
        }
        setAside.accept(refusal);
        // So that it is not asked to take it again, also after a restart.
        ledger.add(batch.spool(), refusal.number(), List.of());
    }

    /** Where none was taken yet, the one that was just refused is the first. */
    private boolean takesAnyBehindTheFirst() {
        List<UsageEvent> events = batch.events();
        int step = Math.max(1, events.size() / TRIALS);
        for (int i = events.size() - 1; i > 0; i -= step) {
            if (takes(events.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean takes(UsageEvent event) {
        try {
            ledger.tryOut(event);
            return true;
        } catch (RuntimeException e) {
            if (!aboutTheData.test(e)) {
                throw e;
            }
            return false;
        }
    }
}

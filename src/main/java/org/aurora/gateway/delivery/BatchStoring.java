package org.aurora.gateway.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.aurora.gateway.spool.SpoolBatch;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageLedger;

/** Stores one batch, halving what the ledger refuses until the single events are found that it does not take. */
final class BatchStoring {
    /** After so many without one that was taken, trying on is in vain. */
    private static final int ENOUGH_REFUSALS = 16;

    private final UsageLedger ledger;
    private final Predicate<RuntimeException> aboutTheData;
    private final SpoolBatch batch;
    private final List<Refusal> refused = new ArrayList<>();
    private boolean anyTaken;

    BatchStoring(UsageLedger ledger, Predicate<RuntimeException> aboutTheData, SpoolBatch batch) {
        this.ledger = ledger;
        this.aboutTheData = aboutTheData;
        this.batch = batch;
    }

    /** One event that the ledger does not take, and its number. */
    record Refusal(long number, UsageEvent event, RuntimeException cause) {}

    /**
     * Stores what can be stored.
     *
     * @return what the ledger does not take
     * @throws RuntimeException the ledger's own, where it takes nothing
     */
    List<Refusal> store() {
        store(batch.before(), batch.events());
        if (!anyTaken && !refused.isEmpty()) {
            throw refused.get(0).cause();
        }
        return List.copyOf(refused);
    }

    private void store(long before, List<UsageEvent> events) {
        try {
            ledger.add(batch.spool(), before, events);
            anyTaken = true;
        } catch (RuntimeException e) {
            if (!aboutTheData.test(e) || (!anyTaken && refused.size() >= ENOUGH_REFUSALS)) {
                throw e;
            }
            if (events.size() == 1) {
                refused.add(new Refusal(before + 1, events.get(0), e));
            } else {
                int half = events.size() / 2;
                store(before, events.subList(0, half));
                store(before + half, events.subList(half, events.size()));
            }
        }
    }
}

package org.aurora.gateway.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.aurora.gateway.spool.Spool;
import org.aurora.gateway.spool.SpoolBatch;
import org.aurora.gateway.usage.UsageLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves events from the spool to the ledger, batch by batch. Blocks; one thread at a time. */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 2_000;

    private final Spool spool;
    private final UsageLedger ledger;
    private final Predicate<RuntimeException> aboutTheData;
    private volatile boolean away;
    private volatile boolean stopping;

    /**
     * @param aboutTheData whether a failure of the ledger is about what it was given, so that trying again is in vain
     */
    public Delivery(Spool spool, UsageLedger ledger, Predicate<RuntimeException> aboutTheData) {
        this.spool = spool;
        this.ledger = ledger;
        this.aboutTheData = aboutTheData;
    }

    /** Whether there is anything to do, and time to do it. */
    boolean goesOn() {
        return !stopping && spool.waits();
    }

    /** The next batch; empty where nothing was found after all. */
    Optional<SpoolBatch> take() {
        return spool.next(ledger.held(spool.id()), BATCH);
    }

    /**
     * Stores a batch. What the ledger refuses of it is set aside, unless it takes nothing: then it is not these events that
     * are wrong.
     */
    void store(SpoolBatch batch) {
        if (!batch.events().isEmpty()) {
            new BatchStoring(ledger, aboutTheData, batch, this::setAside).store();
        }
    }

    private void setAside(BatchStoring.Refusal refusal) {
        LOG.debug("The database refuses call {}", refusal.event().id(), refusal.cause());
        spool.refuse(
                refusal.number(), refusal.event(), refusal.cause().getClass().getSimpleName());
    }

    void forget(SpoolBatch batch) {
        spool.forget(batch);
        if (away) {
            away = false;
            LOG.info(
                    "Recorded calls reach the database again; {} waited",
                    spool.events() + batch.events().size());
        }
    }

    /** Notes that the ledger did not take a batch; says so once. */
    void failed(Throwable cause) {
        if (!away) {
            LOG.warn(
                    "Recorded calls do not reach the database ({}); they wait in the data folder, {} so far",
                    cause.getClass().getSimpleName(),
                    spool.events());
        }
        LOG.debug("Recorded calls do not reach the database", cause);
        away = true;
    }

    /** Ends a delivery that is running after its batch. */
    public void stop() {
        stopping = true;
    }

    /** Delivers what waits, for as long as there is time; not at all where the ledger was away when last asked. */
    public void deliverFor(Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        try {
            while (!away && spool.waits() && System.nanoTime() < until) {
                take().ifPresent(batch -> {
                    store(batch);
                    forget(batch);
                });
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }
}

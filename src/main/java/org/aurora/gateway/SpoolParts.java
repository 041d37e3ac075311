package org.aurora.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.aurora.gateway.delivery.Delivery;
import org.aurora.gateway.delivery.ForceSpool;
import org.aurora.gateway.delivery.ForgetUsageBatch;
import org.aurora.gateway.delivery.RefusedData;
import org.aurora.gateway.delivery.ReportUsageWaits;
import org.aurora.gateway.delivery.SpoolUsage;
import org.aurora.gateway.delivery.StoreUsage;
import org.aurora.gateway.delivery.TakeUsageBatch;
import org.aurora.gateway.delivery.UsageWaits;
import org.aurora.gateway.settings.GatewaySettings;
import org.aurora.gateway.spool.Spool;
import org.aurora.gateway.spool.SpoolUnusable;
import org.aurora.gateway.usage.UsageBacklog;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageLedger;

/** The part of the composition root that concerns recorded calls on their way to the database. */
final class SpoolParts implements AutoCloseable {
    private static final Duration LAST_DELIVERY = Duration.ofSeconds(3);
    private static final String FOLDER = "usage";

    private final Optional<Spool> spool;
    private final Optional<Delivery> delivery;

    /**
     * Makes the steps.
     *
     * @param spool empty where calls are not recorded
     */
    SpoolParts(Optional<Spool> spool, UsageLedger ledger) {
        this.spool = spool;
        this.delivery = spool.map(from -> new Delivery(from, ledger, new RefusedData()));
    }

    /**
     * Takes the folder, unless calls are not recorded.
     *
     * @throws StartFailure where that cannot be had
     */
    static Optional<Spool> spool(GatewaySettings settings) {
        if (!settings.usage().enabled()) {
            return Optional.empty();
        }
        try {
            Path folder = settings.dataDirectory().resolve(FOLDER);
            return Optional.of(Spool.open(folder, settings.usage().spoolMaxBytes(), Clock.systemUTC()));
        } catch (SpoolUnusable e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether there is anything to deliver, ever. */
    boolean used() {
        return spool.isPresent();
    }

    /** What waits. */
    UsageBacklog backlog() {
        return spool.<UsageBacklog>map(from -> from).orElse(new NoBacklog());
    }

    /** Takes an event that no route will take any more. */
    void append(UsageEvent event) {
        spool.ifPresent(to -> to.append(event));
    }

    /** Ends a delivery that is running, after its batch. */
    void leave() {
        delivery.ifPresent(Delivery::stop);
    }

    /** Everything that routes call by name. */
    Map<String, Object> beans() {
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("spoolUsage", step(spool.map(SpoolUsage::new)));
        beans.put("forceSpool", step(spool.map(ForceSpool::new)));
        beans.put("usageWaits", delivery.<Predicate>map(UsageWaits::new).orElse(exchange -> false));
        beans.put("takeUsageBatch", step(delivery.map(TakeUsageBatch::new)));
        beans.put("storeUsage", step(delivery.map(StoreUsage::new)));
        beans.put("forgetUsageBatch", step(delivery.map(ForgetUsageBatch::new)));
        beans.put("reportUsageWaits", step(delivery.map(ReportUsageWaits::new)));
        return beans;
    }

    private static Processor step(Optional<? extends Processor> step) {
        return step.<Processor>map(WorkerStep::new).orElse(exchange -> {});
    }

    /** Has what was appended outlive the process, and tries for a moment to deliver it. Routes have ended before. */
    @Override
    public void close() {
        spool.ifPresent(Spool::force);
        delivery.ifPresent(last -> last.deliverFor(LAST_DELIVERY));
        spool.ifPresent(Spool::close);
    }

    /** Where calls are not recorded, none wait. */
    private record NoBacklog() implements UsageBacklog {
        @Override
        public long events() {
            return 0;
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public Optional<Instant> oldest() {
            return Optional.empty();
        }

        @Override
        public long lost() {
            return 0;
        }
    }
}

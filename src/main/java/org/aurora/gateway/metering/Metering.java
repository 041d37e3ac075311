package org.aurora.gateway.metering;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inbound.CallObserver;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins a record for each authenticated call that is to name a model, and hands it over when the call is over. */
public final class Metering implements CallObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Metering.class);
    private static final String DATA_PLANE = "/v1/";
    private static final int UNAUTHENTICATED = 401;

    /** What those routes do whose calls are recorded even where they are refused before a route sees them. */
    private static final Set<String> OPERATIONS = Set.of(
            "chat/completions",
            "completions",
            "embeddings",
            "responses",
            "moderations",
            "rerank",
            "images/generations",
            "audio/speech");

    private final boolean on;
    private final Consumer<UsageEvent> events;
    private final UsageId ids = new UsageId();
    private final AtomicLong lost = new AtomicLong();

    /**
     * @param on whether calls are recorded
     * @param events takes the records, on event loops: must not block
     */
    public Metering(boolean on, Consumer<UsageEvent> events) {
        this.on = on;
        this.events = events;
    }

    /** Records nothing. */
    public static Metering off() {
        return new Metering(false, event -> {});
    }

    /** Begins the record of a call whose caller is known. */
    public void begin(Exchange exchange, Caller caller, String operation) {
        if (on) {
            Call.of(exchange).ifPresent(call -> call.note(new CallRecord(caller, operation)));
        }
    }

    @Override
    public void over(Call call) {
        if (!on) {
            return;
        }
        try {
            CallRecord.of(call)
                    .or(() -> refusedEarly(call))
                    .ifPresent(record -> events.accept(
                            record.event(call, ids.next(call.startedAt().toEpochMilli()))));
        } catch (RuntimeException e) {
            lost.incrementAndGet();
            LOG.error("{} could not be recorded", call.id(), e);
        }
    }

    /** How many calls left no record since the start, because making it or handing it over failed. */
    public long lost() {
        return lost.get();
    }

    /** A call that was refused, or left by its caller, when no more was known of it than whose it is. */
    private static Optional<CallRecord> refusedEarly(Call call) {
        return call.caller()
                .filter(caller -> call.method().equals("POST") && call.path().startsWith(DATA_PLANE))
                .filter(caller -> call.finalStatus() != UNAUTHENTICATED)
                .filter(caller -> OPERATIONS.contains(call.path().substring(DATA_PLANE.length())))
                .map(caller -> new CallRecord(caller, call.path().substring(DATA_PLANE.length())));
    }
}

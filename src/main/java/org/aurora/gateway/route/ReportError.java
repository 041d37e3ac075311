package org.aurora.gateway.route;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.error.GatewayException;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inbound.ErrorAnswer;
import org.aurora.gateway.metering.CallRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with the error that stopped the route. A {@link GatewayException} says itself what the caller is told; of
 * anything else the caller learns only that it happened, and the log the rest.
 */
public final class ReportError implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(ReportError.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final AtomicLong toldAll = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        GatewayException refusal = refusal(cause, exchange);
        if (refusal == cause && exchange.getVariable(Variables.ANSWER) == null) {
            CallRecord.of(exchange).ifPresent(CallRecord::notTakenOn);
        }
        Call.of(exchange).ifPresent(call -> call.failedWith(refusal.code().code()));
        exchange.getMessage().setBody(ErrorAnswer.of(refusal));
    }

    private GatewayException refusal(Throwable cause, Exchange exchange) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof GatewayException refusal) {
                return refusal;
            }
            if (link instanceof RejectedExecutionException) {
                return new GatewayException(
                        ErrorCode.OVERLOADED, "Too many requests of this kind are waiting. Try again soon.");
            }
        }
        Optional<String> id = Call.of(exchange).map(Call::id);
        if (id.isPresent() || mayTellAll()) {
            LOG.error("{} failed in route {}", id.orElse("-"), exchange.getFromRouteId(), cause);
        } else {
            LOG.error("- failed in route {}: {}", exchange.getFromRouteId(), String.valueOf(cause));
        }
        return GatewayException.internalError();
    }

    /** What fails behind no call fails again soon, such as a hook once for each record. */
    private boolean mayTellAll() {
        long now = System.nanoTime();
        long last = toldAll.get();
        return now - last >= PAUSE_NANOS && toldAll.compareAndSet(last, now);
    }
}

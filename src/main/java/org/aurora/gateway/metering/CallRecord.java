package org.aurora.gateway.metering;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.inbound.CallNotes;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.pricing.Cost;
import org.aurora.gateway.pricing.Pricing;
import org.aurora.gateway.pricing.TokenCounts;
import org.aurora.gateway.usage.AnswerUsage;
import org.aurora.gateway.usage.RecordedCost;
import org.aurora.gateway.usage.UsageCaller;
import org.aurora.gateway.usage.UsageEvent;
import org.aurora.gateway.usage.UsageModels;
import org.aurora.gateway.usage.UsageOutcome;

/**
 * What becomes known of one call on its way. Steps write to it, one after the other; the connection's event loop reads
 * it when the call is over, which may be before the last step.
 */
public final class CallRecord implements CallNotes {
    private final UsageCaller caller;
    private final String operation;
    private volatile boolean stream;
    private volatile Optional<Pricing> pricing = Optional.empty();
    private volatile List<String> aliasChain = List.of();
    private volatile Optional<ProviderModel> sentTo = Optional.empty();
    private volatile Optional<AnswerUsage> usage = Optional.empty();
    /** Whether a provider may have begun to work on it, and may charge for that. */
    private volatile boolean takenOn;

    CallRecord(Caller caller, String operation) {
        this.caller = new UsageCaller(caller.name(), caller.userPath().map(UserPath::text));
        this.operation = operation;
    }

    /** The record of the call that an exchange belongs to; empty where none is made. */
    public static Optional<CallRecord> of(Exchange exchange) {
        return Call.of(exchange).flatMap(CallRecord::of);
    }

    static Optional<CallRecord> of(Call call) {
        return call.notes().map(CallRecord.class::cast);
    }

    /** Notes whether the caller wants a stream. */
    public void wants(boolean aStream) {
        stream = aStream;
    }

    /** Notes the prices that count for this call. */
    public void pricedBy(Pricing prices) {
        pricing = Optional.of(prices);
    }

    /** Notes the aliases that the name led through, whether or not it led anywhere. */
    public void ledThrough(List<String> aliases) {
        aliasChain = aliases;
    }

    /** Notes that the request goes to that model now, and what another one said no longer counts. */
    public void sentTo(ProviderModel model, List<String> aliases) {
        aliasChain = aliases;
        sentTo = Optional.of(model);
        usage = Optional.empty();
        takenOn = true;
    }

    /** Notes that nobody took the request on, so that it costs nothing unless an answer says what was used. */
    public void notTakenOn() {
        takenOn = false;
    }

    /** For what the answer says: what a reader puts in there is part of the record. */
    public AnswerUsage newUsage() {
        return new AnswerUsage(operation);
    }

    /** Notes where what the answer says is found. From now on the connection's event loop alone may change it. */
    public void used(AnswerUsage said) {
        usage = Optional.of(said);
    }

    /** What the call cost, as a plain decimal and a currency; empty where that is not known. */
    public Optional<String> knownCost(Call call) {
        return pricing.flatMap(prices ->
                cost(call, counts()).totalCost().map(total -> total.toPlainString() + " " + prices.currency()));
    }

    private TokenCounts counts() {
        return usage.map(AnswerUsage::counts).orElse(TokenCounts.UNKNOWN);
    }

    private Cost cost(Call call, TokenCounts counts) {
        boolean charged = takenOn || !counts.equals(TokenCounts.UNKNOWN);
        Optional<ProviderModel> model = sentTo.filter(sent -> charged);
        return model.isPresent() && pricing.isPresent()
                ? RecordedCost.of(pricing.get().cost(model.get(), counts, call.startedAt(), upstreamCost()))
                : new Cost.Uncharged();
    }

    private Optional<BigDecimal> upstreamCost() {
        return RecordedCost.stated(usage.flatMap(AnswerUsage::upstreamCost));
    }

    /** All of it, once the call is over. */
    UsageEvent event(Call call, String id) {
        TokenCounts counts = counts();
        return new UsageEvent(
                id,
                call.startedAt(),
                call.id(),
                caller,
                new UsageModels(
                        Optional.of(call.originalModel()).filter(name -> !name.isEmpty()),
                        aliasChain,
                        sentTo,
                        usage.flatMap(AnswerUsage::model)),
                new UsageOutcome(
                        operation,
                        stream,
                        call.finalStatus(),
                        call.errorCode(),
                        call.partial(),
                        call.timeToFirstByte(),
                        Duration.ofNanos(call.elapsedNanos())),
                counts,
                upstreamCost(),
                cost(call, counts));
    }
}

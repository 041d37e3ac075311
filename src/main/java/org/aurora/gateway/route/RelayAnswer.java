package org.aurora.gateway.route;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.alias.ResponseModel;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.chat.JsonModelRewriter;
import org.aurora.gateway.chat.SseScan;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.metering.CallRecord;
import org.aurora.gateway.relay.BytesFormat;
import org.aurora.gateway.relay.Ending;
import org.aurora.gateway.relay.EventsFormat;
import org.aurora.gateway.relay.RelayBody;
import org.aurora.gateway.relay.RelayFormat;
import org.aurora.gateway.resolve.Decision;
import org.aurora.gateway.resolve.Resolver;
import org.aurora.gateway.resolve.Snapshot;
import org.aurora.gateway.resolve.Target;
import org.aurora.gateway.upstream.UpstreamAnswer;
import org.aurora.gateway.upstream.UpstreamHead;

/**
 * Turns the provider's answer into the caller's. Sets the message body to an HTTP response, whole or streaming. A
 * kamelet that set a message body of its own and no {@code answer} is taken at that.
 */
public final class RelayAnswer implements Processor {
    private static final String EVENTS = "text/event-stream";
    private static final String COST = "x-aurora-cost";

    private final boolean costHeader;

    /**
     * @param costHeader whether answers that are sent whole say what they cost, where that is known
     */
    public RelayAnswer(boolean costHeader) {
        this.costHeader = costHeader;
    }

    @Override
    public void process(Exchange exchange) {
        UpstreamAnswer answer = exchange.getVariable(Variables.ANSWER, UpstreamAnswer.class);
        if (answer instanceof UpstreamAnswer.Failed failed) {
            CallRecord.of(exchange)
                    .filter(record -> !failed.failure().mayCost())
                    .ifPresent(CallRecord::notTakenOn);
            throw failed.failure().toException();
        } else if (answer instanceof UpstreamAnswer.Whole whole) {
            exchange.getMessage().setBody(whole(exchange, whole));
        } else if (answer instanceof UpstreamAnswer.Streamed streamed) {
            exchange.getMessage().setBody(streamed(exchange, streamed));
        }
    }

    private HttpResponse whole(Exchange exchange, UpstreamAnswer.Whole answer) {
        UsageReading.of(exchange, answer.head()).ifPresent(reading -> reading.whole(answer.head(), answer.body()));
        byte[] body = requestedName(exchange)
                .filter(name -> answer.head().plain())
                .map(name -> new JsonModelRewriter(name).rewrite(answer.body()))
                .orElse(answer.body());
        HttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.head().status()), Unpooled.wrappedBuffer(body));
        setHeaders(response.headers(), answer.head(), exchange);
        if (costHeader && answer.head().success()) {
            cost(exchange).ifPresent(cost -> response.headers().set(COST, cost));
        }
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return response;
    }

    private static Optional<String> cost(Exchange exchange) {
        return Call.of(exchange).flatMap(call -> CallRecord.of(exchange).flatMap(record -> record.knownCost(call)));
    }

    private static HttpResponse streamed(Exchange exchange, UpstreamAnswer.Streamed answer) {
        Call call = Call.of(exchange)
                .orElseThrow(() -> new IllegalStateException("only a request that came by HTTP can be streamed to"));
        DefaultHttpResponse head = new DefaultHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.head().status()));
        setHeaders(head.headers(), answer.head(), exchange);
        head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        call.whenOver(answer.body()::close);
        return new RelayBody(
                head, answer.body(), format(exchange, answer), call.channel(), ending -> cutShort(call, ending));
    }

    private static void cutShort(Call call, Ending ending) {
        call.cutShort();
        call.failedWith(ending.error().code());
    }

    private static RelayFormat format(Exchange exchange, UpstreamAnswer.Streamed answer) {
        UpstreamHead head = answer.head();
        Optional<UsageReading> reading = UsageReading.of(exchange, head);
        if (head.plain() && head.mediaType().equals(EVENTS)) {
            String operation = exchange.getVariable(Variables.OPERATION, "", String.class);
            Optional<SseScan> scan = reading.map(UsageReading::events)
                    .or(() -> Optional.of(new SseScan(nothing -> {})).filter(unread -> answer.usageAdded()));
            return new EventsFormat(operation, requestedName(exchange), scan, answer.usageAdded());
        }
        if (head.plain() && head.mediaType().endsWith("json")) {
            return new BytesFormat(reading.map(UsageReading::document));
        }
        reading.ifPresent(UsageReading::unread);
        return new BytesFormat(Optional.empty());
    }

    private static Optional<String> requestedName(Exchange exchange) {
        Decision decision = exchange.getVariable(Variables.DECISION, Decision.class);
        return Optional.ofNullable(decision)
                .filter(made -> made.responseModel() == ResponseModel.REQUESTED)
                .map(Decision::originalModel);
    }

    private static void setHeaders(HttpHeaders headers, UpstreamHead head, Exchange exchange) {
        headers.set(head.headers());
        Target target = exchange.getVariable(Variables.TARGET, Target.class);
        if (target != null && maySee(exchange, target)) {
            headers.set("x-aurora-provider", target.provider().name());
            headers.set("x-aurora-model", HeaderText.encoded(target.requestModel()));
        }
    }

    private static boolean maySee(Exchange exchange, Target target) {
        Snapshot snapshot = exchange.getVariable(Variables.SNAPSHOT, Snapshot.class);
        Caller caller = exchange.getVariable(Variables.CALLER, Caller.class);
        return snapshot != null && caller != null && Resolver.maySee(snapshot, caller, target.model());
    }
}

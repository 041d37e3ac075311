package org.aurora.gateway.route;

import io.netty.handler.codec.http.HttpHeaders;
import org.apache.camel.Exchange;
import org.aurora.gateway.inbound.Call;
import org.aurora.gateway.metering.CallRecord;

/** Says what an answer cost: a plain decimal and the currency. Nothing where that is not known. */
final class CostHeader {
    private static final String NAME = "x-aurora-cost";

    private CostHeader() {}

    static void set(HttpHeaders headers, Exchange exchange) {
        Call.of(exchange).ifPresent(call -> CallRecord.of(exchange)
                .ifPresent(record -> record.cost(call).totalCost().ifPresent(cost -> record.currency()
                        .ifPresent(currency -> headers.set(NAME, cost.toPlainString() + " " + currency)))));
    }
}

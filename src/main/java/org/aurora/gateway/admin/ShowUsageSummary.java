package org.aurora.gateway.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.accounting.UsageQuery;
import org.aurora.gateway.accounting.UsageReports;
import org.aurora.gateway.accounting.UsageSums;
import org.aurora.gateway.inbound.JsonAnswer;

/** Answers with what the calls of {@code usageQuery} come to. */
public final class ShowUsageSummary implements Processor {
    private final UsageReports reports;

    public ShowUsageSummary(UsageReports reports) {
        this.reports = reports;
    }

    @Override
    public void process(Exchange exchange) {
        UsageQuery query = exchange.getVariable("usageQuery", UsageQuery.class);
        UsageSums sums = UsageDatabase.ask(() -> reports.summary(query));
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> UsageJson.summary(json, sums)));
    }
}

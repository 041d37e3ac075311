package org.aurora.gateway.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.accounting.UsageGroup;
import org.aurora.gateway.accounting.UsageGrouping;
import org.aurora.gateway.accounting.UsageQuery;
import org.aurora.gateway.accounting.UsageReports;
import org.aurora.gateway.inbound.JsonAnswer;

/** Answers with the calls of {@code usageQuery} in groups. */
public final class ShowUsageGroups implements Processor {
    private final UsageReports reports;
    private final UsageGrouping by;

    public ShowUsageGroups(UsageReports reports, UsageGrouping by) {
        this.reports = reports;
        this.by = by;
    }

    @Override
    public void process(Exchange exchange) {
        UsageQuery query = exchange.getVariable("usageQuery", UsageQuery.class);
        List<UsageGroup> groups = UsageDatabase.ask(() -> reports.groups(by, query));
        exchange.getMessage().setBody(JsonAnswer.of(HttpResponseStatus.OK, json -> {
            json.writeStartArray();
            for (UsageGroup group : groups) {
                UsageJson.group(json, by, group);
            }
            json.writeEndArray();
        }));
    }
}

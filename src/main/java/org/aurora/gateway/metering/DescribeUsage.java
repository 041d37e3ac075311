package org.aurora.gateway.metering;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.usage.UsageEvent;

/** Makes the record in the variable {@code usage} a line of JSON. Sets the message body. */
public final class DescribeUsage implements Processor {
    @Override
    public void process(Exchange exchange) {
        UsageEvent event = exchange.getVariable(UsageQueue.VARIABLE, UsageEvent.class);
        exchange.getMessage().setBody(new String(UsageDocument.of(event), StandardCharsets.UTF_8));
    }
}

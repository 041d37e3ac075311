package org.aurora.gateway.metering;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.usage.UsageEvent;

/** Makes the record in the variable {@code usage} a line of JSON for the hook. Sets the message body. */
public final class DescribeUsage implements Processor {
    private final UsageHook hook;

    /**
     * @param hook who gets it
     */
    public DescribeUsage(UsageHook hook) {
        this.hook = hook;
    }

    @Override
    public void process(Exchange exchange) {
        hook.watch(exchange);
        UsageEvent event = exchange.getVariable(UsageQueue.VARIABLE, UsageEvent.class);
        exchange.getMessage().setBody(new String(UsageDocument.of(event), StandardCharsets.UTF_8));
    }
}

package org.aurora.gateway.extending;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Keeps the variables that it finds, for a test to look at. */
public final class RecordingStep implements Processor {
    static final BlockingQueue<Map<String, Object>> RECORDED = new LinkedBlockingQueue<>();

    @Override
    public void process(Exchange exchange) {
        RECORDED.add(Map.copyOf(exchange.getVariables()));
    }
}

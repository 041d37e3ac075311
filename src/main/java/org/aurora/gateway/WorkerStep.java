package org.aurora.gateway;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * A step that may run on a worker thread. Camel turns exceptions of a step into an answer, but lets most errors, such as
 * a stack overflow, go on to the thread pool, which drops them: the caller would wait without end.
 */
record WorkerStep(Processor step) implements Processor {
    @Override
    public void process(Exchange exchange) throws Exception {
        try {
            step.process(exchange);
        } catch (Error error) {
            throw new IllegalStateException(
                    "a step failed with " + error.getClass().getSimpleName(), error);
        }
    }
}

package org.aurora.gateway.metering;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeExtension;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/** Whether an integrator wants records, and how many did not reach one: it takes them too slowly, or fails. */
public final class UsageHook implements Predicate, Processor {
    private final String endpoint;
    private final Losses losses = new Losses(
            "usage records did not reach the hook, which takes them too slowly;" + " they are recorded all the same");
    private final Losses failures =
            new Losses("usage records were given to the hook, whose route failed;" + " they are recorded all the same");

    /**
     * @param endpoint where an integrator's route begins, if there is one
     */
    public UsageHook(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return exchange.getContext().getRoutes().stream()
                .anyMatch(route -> route.getEndpoint().getEndpointUri().startsWith(endpoint));
    }

    /** Counts one that found no room. */
    @Override
    public void process(Exchange exchange) {
        losses.count();
    }

    /** Counts this record too where the integrator's route fails; what it catches in a doTry of its own is its affair. */
    void watch(Exchange exchange) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                ExchangeExtension handling = done.getExchangeExtension();
                boolean handled = handling.isErrorHandlerHandledSet() && handling.isErrorHandlerHandled();
                if (handled || done.getException() != null) {
                    failures.count();
                }
            }
        });
    }

    /** How many records did not reach the hook since the start, or failed there. */
    public long lost() {
        return losses.counted() + failures.counted();
    }
}

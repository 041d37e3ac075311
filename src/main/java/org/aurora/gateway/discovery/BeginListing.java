package org.aurora.gateway.discovery;

import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.aurora.gateway.inventory.Listing;
import org.aurora.gateway.provider.Provider;
import org.aurora.gateway.resolve.Target;

/**
 * Begins to ask the provider in the body for its models. Sets {@code provider}, {@code listing}, and what its kamelet
 * needs: {@code target}, {@code kamelet} and {@code operation}.
 */
public final class BeginListing implements Processor {
    private final PollSchedule schedule;
    private final Clock clock;

    public BeginListing(PollSchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Provider provider = exchange.getMessage().getMandatoryBody(Provider.class);
        schedule.begun(provider);
        exchange.setVariable(Polls.PROVIDER, provider);
        exchange.setVariable(Polls.LISTING, new Listing(clock.instant()));
        exchange.setVariable(Polls.TARGET, new Target(provider, "", List.of()));
        exchange.setVariable(Polls.KAMELET, provider.kamelet());
        exchange.setVariable(Polls.OPERATION, "models");
        exchange.getMessage().setBody(new byte[0]);
    }
}

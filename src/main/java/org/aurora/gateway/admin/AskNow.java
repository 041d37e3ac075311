package org.aurora.gateway.admin;

import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.live.LiveSettings;

/** Takes the settings in force, for resources that cannot be looked at as they once were. Sets {@code settings}. */
public final class AskNow implements Processor {
    private final LiveSettings live;

    public AskNow(LiveSettings live) {
        this.live = live;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest.of(exchange).allowingParameters(Set.of());
        exchange.setVariable("settings", live.state());
    }
}
